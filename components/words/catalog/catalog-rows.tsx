import type { ReactNode } from "react";
import { inSentence } from "#components/words/in-sentence.ts";

export const archived = "Archived ones";
export const lastChange = (when: ReactNode) => <>Last change {when}</>;
export const everything = "Everything";
export const filters = "Filters";
export const unreadable = "Nothing is listed, because the query cannot be read";
export const correctIt = "Correct it above; what is wrong, and where, stands under it.";
export const facets = { type: "Type", lifecycle: "Lifecycle", owner: "Owner", tag: "Tags" };
export const noneInCatalog = (noun: string) => `No ${inSentence(noun)} in the catalog`;
export const nothingInCatalog = "Nothing is in the catalog";
export const noSuchKind = (identifier: string) => `There is no kind “${identifier}”`;
export const chooseAKind = "Choose another one above.";
export const newOf = (title: string) => `New ${inSentence(title)}`;
export const nextImport = "The next import that names one brings it here.";
export const noneMatches = (noun: string) => `None of the ${inSentence(noun)} matches`;
export const takeFiltersOff = "Take all filters off";
export const nothingLeft = "Together, the filters leave nothing. Take one off, or look under another kind.";
export const cannotBeDecided = (entity: ReactNode, condition: ReactNode, found: string) => (
  <>
    Of {entity}, for one, it cannot be told: {condition} {found}
  </>
);
export const nearestNames = "Nothing has these words. The nearest names in the catalog:";
export const similar = "Hardly anything has these words. Names like them, or elsewhere in the catalog:";

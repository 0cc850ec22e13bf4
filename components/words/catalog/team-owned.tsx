import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const inTheCatalog = "In the catalog";
export const noGroupOfTheCatalog = "No group of the catalog is this team yet, so it owns nothing there.";
export const theCatalogHasAGroup = (suggestion: string) =>
  `The catalog has a group ${suggestion}, which has the team's name. Nobody has said yet that it is this team.`;
export const sameName = "same name, ";
export const itIsTheGroupSaid = (identifier: ReactNode, addition: ReactNode, linkedBy: ReactNode, time: ReactNode) => (
  <>
    It is the group {identifier}: {addition}said by {linkedBy} {time}. Members of the group in the catalog are not put
    into the team.
  </>
);
export const theGroupOwnsNothing = "The group owns nothing.";
export const ownedBy = (team: string) => `Owned by ${team}`;
export const allInTheCatalog = (total: number) => `All ${numberText(total)} in the catalog`;

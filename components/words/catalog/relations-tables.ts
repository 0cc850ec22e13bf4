import { numberText } from "#components/words/format.ts";

export const nothingPointsHere = "Nothing points here, and this points at nothing";
export const relationsComeFrom = "Edit it to say what it belongs to or depends on, or state it in its file.";
export const name = "Name";
export const whatItIs = "What it is";
export const identifier = "Identifier";
export const notInTheCatalog = "not in the catalog";
export const all = (count: number) => `All ${numberText(count)}`;
export const shownOf = (shown: number, count: number) => `${shown} of ${numberText(count)}`;
export const headings: Record<string, string> = {
  ownerOf: "Owned by this",
  dependencyOf: "Depends on this",
  apiConsumedBy: "Uses this API",
  apiProvidedBy: "Provides this API",
  hasPart: "Parts of this",
  parentOf: "Children of this",
  hasMember: "Members",
};

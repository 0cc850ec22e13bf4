import { numberText } from "#components/words/format.ts";

export const title = "Owns";
export const howMany = (count: number, isExact: boolean) => `${numberText(count)}${isExact ? "" : "+"} in the catalog`;
export const nothing = "Nothing in the catalog names this team as its owner.";
export const all = "All in the catalog";

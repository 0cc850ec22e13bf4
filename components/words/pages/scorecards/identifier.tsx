import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const toOf = (first: number, last: number, total: string) =>
  `${numberText(first)} to ${numberText(last)} of ${total}`;
export const scorecards = "Scorecards";
export const withTheLastChange = "with the last change,";
export const evaluatedPart = (part: ReactNode) => <>Evaluated {part}</>;
export const version = (version: number) => <>version {version}</>;
export const appliesTo = (description: ReactNode, filter: ReactNode) => (
  <>
    {description} Applies to {filter}:
  </>
);
export const levels = "Levels";
export const rulesByFailures = "Rules by failures";
export const entityNounRules = (entityNoun: string) => `${entityNoun} × rules`;
export const closestToTheNextLevel = (shown: string) => `${shown}, closest to the next level first`;
export const nothingMatchesTheFilter = "Nothing matches the filter";
export const thereAreNoMore = "There are no more";
export const importSomethingThatMatches = "Import something that matches, and it is scored in the same moment.";
export const theFirstPageHasThose = "The first page has those that are closest.";
export const andRules = (noun: string) => `${noun} and rules`;
export const fixingTheFirstThreeLifts = (lifted: string, noun: string) =>
  `Fixing the first three lifts ${lifted} ${noun} a level`;

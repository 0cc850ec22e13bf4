import type { ReactNode } from "react";

export const toOf = (first: string | number, last: string | number, total: string | number) =>
  `${first} to ${last} of ${total}`;
export const scorecards = "Scorecards";
export const withTheLastChange = "with the last change,";
export const evaluatedPart = (part: ReactNode) => <>Evaluated {part}</>;
export const version = (version: ReactNode) => <>version {version}</>;
export const appliesTo = (description: ReactNode, filter: ReactNode) => (
  <>
    {description} Applies to {filter}:
  </>
);
export const levels = "Levels";
export const rulesByFailures = "Rules by failures";
export const entityNounRules = (entityNoun: string | number) => `${entityNoun} × rules`;
export const closestToTheNextLevel = (shown: string | number) => `${shown}, closest to the next level first`;
export const nothingMatchesTheFilter = "Nothing matches the filter";
export const thereAreNoMore = "There are no more";
export const importSomethingThatMatches = "Import something that matches, and it is scored in the same moment.";
export const theFirstPageHasThose = "The first page has those that are closest.";
export const andRules = (noun: string | number) => `${noun} and rules`;
export const fixingTheFirstThreeLifts = (lifted: string | number, noun: string | number) =>
  `Fixing the first three lifts ${lifted} ${noun} a level`;

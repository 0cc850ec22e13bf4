import type { ReactNode } from "react";

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
export const nothingMatchesTheFilter = "Nothing matches the filter";
export const importSomethingThatMatches = "Import something that matches, and it is scored in the same moment.";
export const andRules = (noun: string) => `${noun} and rules`;

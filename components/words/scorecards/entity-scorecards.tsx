import type { ReactNode } from "react";

export const scorecards = "Scorecards";
export const evaluatedWithTheLastChange = (time: ReactNode) => <>evaluated with the last change, {time}</>;
export const noScorecardAppliesHere = "No scorecard applies here";
export const noScorecardAppliesHereText = "Each scorecard has a filter; none of them matches this entity.";

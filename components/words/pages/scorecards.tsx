import type { ReactNode } from "react";

export const scorecards = "Scorecards";
export const thereIsNoScorecard = "There is no scorecard";
export const thereIsNoScorecardText = (postApiV1: ReactNode) => (
  <>An admin creates one with {postApiV1}; it is scored as soon as it is saved.</>
);
export const scoredInTheSameMoment =
  "Scored in the same moment as anything changes: a level is never older than the catalog.";
export const nothingIsScoredYet = "Nothing is scored yet; the catalog has nothing that a scorecard applies to";
export const everythingThatIsScoredHas = "Everything that is scored has at least the lowest level";
export const ofScoresAreBelow = (withoutLevel: string, total: string) =>
  `${withoutLevel} of ${total} scores are below the lowest level`;

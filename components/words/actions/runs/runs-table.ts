import { numberText } from "#components/words/format.ts";

export const runs = "Runs";
export const noRunMatches = "No run matches";
export const showAllRuns = "Show all runs";
export const theFilterAboveLeavesNone = "The filter above leaves none.";
export const nothingWasRunYet = "Nothing was run yet";
export const seeTheActions = "See the actions";
export const nothingWasRunYetText = "A run appears here the moment somebody starts an action.";
export const run = "Run";
export const status = "Status";
export const steps = "Steps";
export const ofSteps = (stepsDone: number, stepCount: number) =>
  `${numberText(stepsDone)} of ${numberText(stepCount)} steps`;
export const action = "Action";
export const startedBy = "Started by";
export const started = "Started";
export const took = "Took";
export const whatWentWrong = "What went wrong";

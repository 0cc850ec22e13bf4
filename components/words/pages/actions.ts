import { numberText } from "#components/words/format.ts";

export const actions = "Actions";
export const oneThingYouCanDoYourself = "One thing you can do yourself";
export const thingsYouCanDoYourself = (actions: number) => `${numberText(actions)} things you can do yourself`;
export const eachShowsWhatItWill =
  "Each shows what it will do before it does it, keeps a log, and goes on where it was when a machine stops.";
export const repositories = "Repositories";
export const runs = "Runs";
export const thereAreNoActions = "There are no actions";
export const thereAreNoActionsText = "A new organization starts with one; here it was taken away.";

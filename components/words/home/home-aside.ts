import { numberText } from "#components/words/format.ts";

export const mine = "Mine";
export const openInCatalog = "Open in catalog";
export const yourTeamOwnsNothingYet = "Your team owns nothing yet";
export const yourTeamOwnsNothingText = "Components whose owner is your team appear here.";
export const entitiesMore = (entities: number) => `${numberText(entities)} more`;
export const runs = "Runs";
export const allRuns = "All runs";
export const noRunsOfYours = "No runs of yours";
export const noRunsOfYoursText = "What you start stands here until long after it has ended.";
export const myRuns = "My runs";
export const actions = "Actions";
export const allActions = "All actions";
export const run = { one: "run", many: "runs" };

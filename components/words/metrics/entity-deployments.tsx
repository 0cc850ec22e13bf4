import { numberText } from "#components/words/format.ts";

export const deployments = "Deployments";
export const noDeploymentRecorded = "No deployment recorded";
export const noDeploymentRecordedText =
  "This entity appears here when a pipeline reports its first deployment to production.";
export const failed = (failed: number) => `, ${numberText(failed)} failed`;
export const productionLastDays = (days: number, counted: number, addition: string) =>
  `production, last ${numberText(days)} days: ${numberText(counted)}${addition}`;
export const latestDeployments = "Latest deployments";
export const version = "Version";
export const what = "What";
export const by = "By";
export const leadTime = "Lead time";
export const when = "When";
export const noVersion = "no version";
export const repair = "repair";
export const unplanned = "unplanned";
export const rolledBack = "Rolled back";
export const noChangesNamed = "no changes named";
export const andMore = (changeCount: number) => <>and {numberText(changeCount)} more</>;
export const notKnown = "not known";

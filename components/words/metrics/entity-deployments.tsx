import type { ReactNode } from "react";

export const deployments = "Deployments";
export const noDeploymentRecorded = "No deployment recorded";
export const noDeploymentRecordedText =
  "This entity appears here when a pipeline reports its first deployment to production.";
export const failed = (failed: string | number) => `, ${failed} failed`;
export const productionLastDays = (days: string | number, counted: string | number, addition: string | number) =>
  `production, last ${days} days: ${counted}${addition}`;
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
export const andMore = (changeCount: ReactNode) => <>and {changeCount} more</>;
export const notKnown = "not known";

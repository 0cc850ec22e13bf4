export const deploymentsByWeek = "Deployments by week";
export const byWeek = (definition: string | number) => `${definition} by week`;
export const notMeasurable = "Not measurable";
export const weekPart = (week: string | number) => `${week}, part`;
export const share = "share";
export const deployments = "deployments";
export const p50OfTheDaysBefore = (days: string | number) => `p50 of the ${days} days before`;
export const theDaysBefore = (days: string | number) => `the ${days} days before`;

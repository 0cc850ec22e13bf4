import { numberText } from "#components/words/format.ts";

export const deploymentsByWeek = "Deployments by week";
export const byWeek = (definition: string) => `${definition} by week`;
export const notMeasurable = "Not measurable";
export const weekPart = (week: string) => `${week}, part`;
export const share = "share";
export const deployments = "deployments";
export const p50OfTheDaysBefore = (days: number) => `p50 of the ${numberText(days)} days before`;
export const theDaysBefore = (days: number) => `the ${numberText(days)} days before`;

import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const slowestFirst = "slowest first";
export const thoseInTheShareFirst = "those in the share first";
export const latestFirst = "latest first";
export const rows = "Rows";
export const theWholeWindow = "The whole window";
export const weekOf = (week: string) => `Week of ${week}`;
export const whichRows = "Which rows";
export const counted = "Counted";
export const leftOut = "Left out";
export const closeTheRows = "Close the rows";
export const nothingWasCountedInThisWeek = "Nothing was counted in this week.";
export const nothingWasLeftOut = "Nothing was left out of this week.";
export const rowsBehindTheNumber = "Rows behind the number";
export const change = "Change";
export const deployment = "Deployment";
export const service = "Service";
export const firstCommit = "First commit";
export const by = "By";
export const inProduction = "In production";
export const finished = "Finished";
export const whyItIsLeftOut = "Why it is left out";
export const whereTheTimeWent = "Where the time went";
export const notInTheCatalog = (serviceRef: ReactNode) => <>{serviceRef}, not in the catalog</>;
export const notKnown = "not known";
export const leadTime = "Lead time";
export const result = "Result";
export const recoveredAfter = "Recovered after";
export const failed = "failed";
export const held = "held";
export const unplanned = "unplanned";
export const planned = "planned";
export const inProductionInline = "in production";
export const leftOutOf = (leftOut: number) => <>{numberText(leftOut)} left out</>;
export const earlierRows = "Earlier rows";
export const pageOf = (page: number, pages: number) => (
  <>
    page {numberText(page)} of {numberText(pages)}
  </>
);
export const moreRows = "More rows";

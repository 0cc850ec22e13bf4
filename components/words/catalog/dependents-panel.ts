import { numberText } from "#components/words/format.ts";

export const whoDependsOnThis = "Who depends on this";
export const graph = "Graph";
export const byOwner = "By owner";
export const howMany = (direct: number, total: number, isExact: boolean) =>
  `${numberText(direct)} directly, ${numberText(total)}${isExact ? "" : "+"} with those behind them.`;
export const ofMoreOwners = (count: number, owners: number) =>
  `${numberText(count)} of ${numberText(owners)} more owners`;

import { numberText } from "#components/words/format.ts";

export const howManySteps = "How many steps";
export const oneStep = "1 step";
export const whichWay = "Which way";
export const bothWays = "Both ways";
export const whatItNeeds = "What it needs";
export const whatNeedsIt = "What needs it";
export const allKinds = "All kinds";
export const kinds = (count: number) => `Kinds: ${numberText(count)}`;
export const onlyTheseKinds = "Only these kinds";
export const shown = (count: number, isAll: boolean) =>
  `${numberText(count)} shown${isAll ? "" : ", and there are more: take fewer steps or kinds"}`;
export const arrowKeysWalk = "Arrow keys walk along relations, Enter opens.";

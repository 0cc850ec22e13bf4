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
export const shown = (count: number, isAll: boolean, undrawn: number) =>
  `${numberText(count)} shown${undrawn === 0 ? "" : `, ${numberText(undrawn)} more relations are in the list beside`}${isAll ? "" : ", and there is more: take fewer steps or kinds"}`;
export const drawUpTo = (count: number) => `Draw up to ${numberText(count)}`;
export const arrowKeysWalk = "Arrow keys walk along relations, Enter opens.";

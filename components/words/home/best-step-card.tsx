import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const yourBestNextStep = "Your best next step";
export const reachedOfTotal = (reached: number, total: number, level: string, scorecard: string) =>
  `${numberText(reached)} of ${numberText(total)} at ${level} in ${scorecard}`;
export const forWhom = (names: ReactNode) => <>For {names}.</>;
export const and = " and ";
export const andMore = (more: number) => ` and ${numberText(more)} more`;
export const open = (name: string) => `Open ${name}`;
export const scorecard = "Scorecard";
export const itComesCloser = (level: string) => `It comes closer to ${level}.`;
export const allComeCloser = (level: string) => `All come closer to ${level}.`;
export const itReaches = (level: string) => `It reaches ${level} at once.`;
export const allReach = (level: string) => `All reach ${level} at once.`;
const others = (count: number) => (count === 1 ? "the other comes" : "the others come");
export const oneReaches = (name: string, level: string, closer: number) =>
  `${name} reaches ${level} at once, ${others(closer)} closer.`;
export const severalReach = (lifted: number, level: string, closer: number) =>
  `${numberText(lifted)} reach ${level} at once, ${others(closer)} closer.`;

import { numberText } from "#components/words/format.ts";

export const running = "Running";
export const waiting = "Waiting";
export const later = "Later";
export const triedAgain = "Tried again";
export const dead = "Dead";
export const jobsByKind = "Jobs by kind";
export const job = "Job";
export const oldestDueFor = "Oldest due for";
export const nothingDue = "nothing due";
export const minutes = (minutes: number) => `${numberText(minutes)} min`;

import { numberText } from "#components/words/format.ts";

export const chosen = (title: string) => `Chosen: ${title}`;
export const open = "Open";
export const startHere = "Start here";
export const pointsHere = (label: string) => ` ${label} this`;
export const more = (count: number) => `${numberText(count)} more`;
export const here = "Here";
export const stepsAway = (depth: number) => (depth === 1 ? "One step away" : `${depth} steps away`);
export const notInTheCatalog = "not in the catalog";
export const archived = "archived";

import type { ReactNode } from "react";
import { countText, numberText } from "#components/words/format.ts";

const entity = { one: "entity", many: "entities" };

export const change = (precedence: number, source: string) => `Precedence of ${source} is ${precedence}; change it`;
export const title = (source: string) => `Whose word counts: ${source}`;
export const description =
  "Where several sources describe one thing, each field is that of the source with the highest number; among equals, of whoever spoke last. What people set by hand has 300, programs that edit 200, everything that is imported 100.";
export const precedence = "Precedence";
export const hint = "From 0 to 1,000";
export const looking = "Looking at what would change…";
export const alone = "No other source describes what this one does: nothing can change now.";
export const unchanged = (shared: number) =>
  `Nothing would change in ${countText(shared, entity)} that others describe too.`;
export const changed = (count: number, shared: number) =>
  `${countText(count, entity)} of ${numberText(shared)} that others describe too would change:`;
export const more = (count: number) => `and ${numberText(count)} more`;
export const inFields = (fields: ReactNode) => <> in {fields}</>;
export const cancel = "Cancel";
export const save = (count: number) => (count === 0 ? "Save" : `Save and change ${countText(count, entity)}`);
export const saved = (source: string, changed: number) =>
  `${source} counts anew; ${countText(changed, entity)} changed`;

import { countText, type Noun, numberText } from "#components/words/format.ts";
import type { Misfit } from "#lib/catalog/blueprints/find-misfits.ts";

export const title = (count: number) =>
  count === 1 ? "One thing does not fit any more" : `${numberText(count)} things do not fit any more`;
export const intro =
  "Nothing is saved yet. What can be brought into the new form without loss is converted; decide what happens with the rest.";
const problems: Record<Misfit["problem"], (name: string) => string> = {
  value: (name) => `${name}: values that do not fit`,
  missing: (name) => `${name}: needed, and not there`,
  unknown: (name) => `${name}: not described any more`,
  relation: (name) => `${name}: relations that do not fit`,
};
export const problem = (name: string, kind: Misfit["problem"]) => problems[kind](name);
export const decided = "Decided";
export const left = (count: number, noun: Noun) => `${countText(count, noun)} undecided`;
export const examplesOf = (name: string) => `Examples: ${name}`;
export const now = "Now";
export const afterwards = "Afterwards";
export const nothing = "nothing";
export const entity = "Entity";
export const nowOf = { missing: "nothing", relation: "its relations" };
export const more = (shown: number, count: number) => `${numberText(shown)} of ${numberText(count)} are shown.`;
export const giveDefault = (count: number) => `Give the default to ${numberText(count)}`;
export const convert = (count: number, all: number) =>
  count === all ? `Convert all ${numberText(count)}` : `Convert ${numberText(count)} of ${numberText(all)}`;
export const convertHint = "Only what loses nothing: “12” as 12, one value as a list of it";
export const whatWith = (rest: number, all: number, noun: Noun) =>
  rest === all ? `What happens with ${countText(rest, noun)}?` : `And with the other ${numberText(rest)}?`;
export const choices = [
  { value: "refuse", label: "Refuse", hint: "Nothing is saved; mend them first" },
  { value: "keep", label: "Keep", hint: "They stay as they are, shown as not fitting" },
  { value: "remove", label: "Remove", hint: "The values go; history keeps them" },
];
export const kept = (why: string) => `Kept. ${why}`;
export const removed = "Removed";

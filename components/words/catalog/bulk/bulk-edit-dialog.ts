import { countText } from "#components/words/format.ts";
import { inSentence } from "#components/words/in-sentence.ts";

const entity = { one: "entity", many: "entities" };

export const title = (count: number) => `Edit ${countText(count, entity)}`;
export const description =
  "Each is checked by itself: what cannot take the value is refused with its reason and stays selected, all others are saved.";
export const field = "What to change";
export const value = "To";
export const tagsHint = "One per line";
export const addTags = "Tags to add";
export const removeTags = "Tags to remove";
export const emptyHint = "Left empty, the field is emptied";
export const set = (label: string) => `Set ${inSentence(label)}`;
export const cancel = "Cancel";
export const save = (count: number) => `Change ${countText(count, entity)}`;
export const nothingSaid = "Say at least one tag";

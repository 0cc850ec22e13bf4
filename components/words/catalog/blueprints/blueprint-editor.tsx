import { countText, type Noun } from "#components/words/format.ts";

export const ways = "How it is shown";
export const visual = "Visual";
export const json = "JSON";
export const preview = "Preview";
export const entity: Noun = { one: "entity", many: "entities" };
export const saved = (version: number, changed: number, noun: Noun) => (
  <>
    <b>Saved as version {version}.</b>{" "}
    {changed === 0 ? "Nothing that is stored had to change." : `${countText(changed, noun)} changed.`}
  </>
);
export const look = (many: string) => `Look at the ${many}`;
export const unreadable = (line: number, message: string) => (
  <>
    <b>The JSON cannot be shown as forms.</b> Line {line}: {message}. What you typed is kept.
  </>
);
export const dropTyped = "Forget what was typed";
export const backToJson = "Back to the JSON";
export const cancel = "All kinds";
export const backToEditing = "Back to editing";
export const create = "Create kind";
export const save = "Save";
export const saveAndConvert = "Save and do this";
export const undecided = (count: number) => `${countText(count, entity)} would refuse the change`;
export const allDecided = "Everything is decided.";
export const newNote = "A kind can be changed at any time.";
export const changedNote = "What does not fit any more is shown before anything is saved.";
export const unchangedNote = "Nothing is changed.";
export const fields: Record<string, string> = {
  description: "Description",
  owner: "Owner",
  lifecycle: "Lifecycle",
  type: "Type",
};

import { countText, numberText } from "#components/words/format.ts";

const entity = { one: "entity", many: "entities" };
const version = { one: "version", many: "versions" };

export const archiveTitle = (title: string) => `Archive ${title}?`;
export const deleteTitle = (title: string) => `Delete ${title}?`;
export const archiveDescription =
  "It leaves every list and can be restored as it was. It stays archived when an import still names it.";
export const deleteDescription = (versions: number) =>
  `It goes with its history of ${countText(versions, version)} and its scores. This cannot be taken back; the audit log keeps how it was.`;
export const looking = "Looking at who depends on it…";
export const nobodyPoints = "Nothing points at it, and it owns nothing.";
export const owned = (count: number) => `${countText(count, entity)} would have no owner that the catalog knows`;
export const pointing = "These point at it, and would point at nothing:";
export const more = (count: number) => `and ${numberText(count)} more`;
export const comesBack = (names: string) =>
  `${names} describes it: its next import would bring it back. Take it out there too, or archive it instead.`;
export const reason = "Why";
export const reasonHint = "Who finds it later reads this";
export const cancel = "Cancel";
export const archive = "Archive";
export const remove = "Delete";
export const archived = (title: string) => `${title} is archived`;
export const deleted = (title: string) => `${title} was deleted`;
export const back = (title: string) => `${title} is back`;

export const builder = "Builder";
export const join = "How these conditions count";
export const joins = {
  all: "all of these",
  any: "any of these",
  notAll: "not all of these",
  none: "none of these",
} as const;
export const entitiesWith = "Entities with";
export const addCondition = "Add condition";
export const addGroup = "Add group";
export const takeGroupOff = "Take this group off";
export const nothingYet = "No condition yet: everything is listed.";
export const cannotBeRead =
  "The text above cannot be read, so it cannot be drawn. Mend it there, or go back to what was drawn last.";
export const goBack = "Go back";

import type { FieldType } from "#components/catalog/query/builder/builder-fields.ts";
import type { RowOperator } from "#components/catalog/query/builder/builder-tree.ts";

export const field = "Field";
export const chooseAField = "Choose a field";
export const operator = "How";
export const takeOff = "Take this condition off";
export const notYet = "Not counted yet: choose what it is about and its value.";
export const written = "Condition as text";
export const writtenHint = "The builder has no row for this, so it stays as text.";
export const cannotBeRead = "This cannot be read, so it does not count.";

const general: Record<RowOperator, string> = {
  "=": "is",
  "!=": "is not",
  ">": "is more than",
  ">=": "is at least",
  "<": "is less than",
  "<=": "is at most",
  contains: "contains",
  notContains: "does not contain",
  startsWith: "begins with",
  notStartsWith: "does not begin with",
  in: "is one of",
  notIn: "is none of",
  exists: "is there",
  isEmpty: "is empty",
};
const ofLists: Partial<Record<RowOperator, string>> = { contains: "have", notContains: "do not have" };
const ofTypes: Partial<Record<FieldType, Partial<Record<RowOperator, string>>>> = {
  date: { ">": "after", ">=": "on or after", "<": "before", "<=": "up to the beginning of" },
  list: ofLists,
};

export const operatorLabel = (type: FieldType, operator: RowOperator) => ofTypes[type]?.[operator] ?? general[operator];

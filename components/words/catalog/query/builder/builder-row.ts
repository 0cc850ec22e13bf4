import type { FieldType } from "#components/catalog/query/builder/builder-fields.ts";
import type { RowOperator } from "#components/catalog/query/builder/builder-tree.ts";
import { operatorWords, timeOperatorWords } from "#lib/catalog/query/text/operator-words.ts";

export const field = "Field";
export const chooseAField = "Choose a field";
export const operator = "How";
export const takeOff = "Take this condition off";
export const notYet = "Not counted yet: choose what it is about and its value.";
export const written = "Condition as text";
export const writtenHint = "The builder has no row for this, so it stays as text.";
export const cannotBeRead = "This cannot be read, so it does not count.";

const general: Record<RowOperator, string> = { ...operatorWords, exists: "is there", isEmpty: "is empty" };
const ofLists: Partial<Record<RowOperator, string>> = { contains: "have", notContains: "do not have" };
const ofTypes: Partial<Record<FieldType, Partial<Record<RowOperator, string>>>> = {
  date: timeOperatorWords,
  list: ofLists,
};

export const operatorLabel = (type: FieldType, operator: RowOperator) => ofTypes[type]?.[operator] ?? general[operator];

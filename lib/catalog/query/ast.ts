import type { Expression } from "./expression.ts";
import type { Duration } from "./moments.ts";

/** The JSON form of a query is its syntax tree. See README.md for what each part means. */

export const textFields = [
  "blueprint",
  "identifier",
  "title",
  "description",
  "owner",
  "lifecycle",
  "type",
  "text",
] as const;
export const timeFields = ["createdAt", "updatedAt"] as const;
export const fieldNames = [...textFields, "tags", ...timeFields] as const;
export const pathRoots = ["properties", "annotations", "labels", "links"] as const;
export const comparisonOperators = ["=", "!=", ">", ">=", "<", "<=", "contains", "startsWith"] as const;

export type FieldName = (typeof fieldNames)[number];
export type PathRoot = (typeof pathRoots)[number];
export type ComparisonOperator = (typeof comparisonOperators)[number];

export type Field = { field: FieldName };
export type Path = { path: [PathRoot, ...string[]] };
/** Something stored: a built-in field, or a value inside a JSON document. */
export type Place = Field | Path;
export type Count = { count: string; direction: "outgoing" | "incoming" };
export type Term = Place | Count | { length: Place } | { age: Place };

export type Scalar = string | number | boolean;
export type Value = Scalar | Duration;

export type Junction = { op: "and" | "or"; of: Query[] };
export type Negation = { op: "not"; of: Query };
export type Comparison = { op: ComparisonOperator; term: Term; value: Value };
export type Membership = { op: "in"; term: Term; values: Scalar[] };
export type Existence = { op: "exists"; term: Place };
export type Resolution = { op: "resolved"; relation: string };
/** Any other condition: an expression that is true or false. Conditions of the forms above are never written as this one. */
export type Condition = { op: "expression"; expression: Expression };
export type Query = Junction | Negation | Comparison | Membership | Existence | Resolution | Condition;

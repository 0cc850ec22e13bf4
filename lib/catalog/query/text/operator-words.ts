import type { Comparison } from "../ast.ts";

/** How a comparison is read, wherever a condition stands in words. */
export const operatorWords: Readonly<
  Record<Comparison["op"] | "in" | "notIn" | "notContains" | "notStartsWith", string>
> = {
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
};

/** The same of points in time, where it is read otherwise. */
export const timeOperatorWords: Readonly<Partial<Record<Comparison["op"], string>>> = {
  ">": "is after",
  ">=": "is at or after",
  "<": "is before",
  "<=": "is at or before",
};

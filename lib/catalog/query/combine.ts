import type { Query } from "./ast.ts";

/** All of several conditions as one query, or undefined when there is none, which means no restriction. */
export function allOf(queries: readonly Query[]): Query | undefined {
  const [first, ...rest] = queries;
  return first === undefined || rest.length === 0 ? first : { op: "and", of: [first, ...rest] };
}

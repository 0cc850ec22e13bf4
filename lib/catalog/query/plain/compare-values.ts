import type { Json } from "../core.ts";

/** Orders by code point, as PostgreSQL does by UTF-8 bytes. */
export function compareCodePoints(left: string, right: string): number {
  const [lefts, rights] = [[...left], [...right]];
  for (const [index, character] of lefts.entries()) {
    const other = rights[index];
    if (other === undefined) return 1;
    const difference = (character.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return lefts.length - rights.length;
}

/** Whether an order holds for a difference. */
export function holds(operator: string, difference: number): boolean {
  switch (operator) {
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    default:
      return difference === 0;
  }
}

/** `null` for missing, else what PostgreSQL calls it too. */
export function jsonType(value: Json): "null" | "boolean" | "number" | "string" | "array" | "object" {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as "boolean" | "number" | "string" | "object";
}

/** Whether two values of one scalar type are in an order, or undefined when they cannot be compared. */
export function compareScalars(operator: string, left: Json, right: Json): boolean | undefined {
  if (typeof left === "number" && typeof right === "number") return holds(operator, left === right ? 0 : left - right);
  if (typeof left === "string" && typeof right === "string") return holds(operator, compareCodePoints(left, right));
  if (typeof left === "boolean" && typeof right === "boolean") return operator === "=" ? left === right : undefined;
  return undefined;
}

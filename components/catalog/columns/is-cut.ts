import { longestListed } from "#lib/catalog/entities/schema.ts";

/** Whether a value may be only the beginning of what is stored: then it is no value to begin an edit with. */
export function isCut(value: unknown): boolean {
  return typeof value === "string" && value.length > longestListed.text;
}

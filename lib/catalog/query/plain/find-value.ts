import type { Place, Term } from "../ast.ts";
import type { EntityFacts } from "../entity-facts.ts";
import { describeAge, parseMoment } from "../moments.ts";
import { formatTerm } from "../text/format.ts";
import { relationHolds } from "./relation-holds.ts";

/** What a term yields for one entity. `unusable` is an error with its reason. */
export type Found =
  | { kind: "missing" }
  | { kind: "unusable"; reason: string }
  | { kind: "text"; value: string }
  | { kind: "number"; value: number }
  | { kind: "boolean"; value: boolean }
  | { kind: "list"; value: readonly unknown[] }
  | { kind: "object"; value: object }
  | { kind: "time"; value: number; text: string }
  | { kind: "age"; value: number };

const missing: Found = { kind: "missing" };

function classify(value: unknown): Found {
  if (value === null || value === undefined) return missing;
  if (typeof value === "string") return { kind: "text", value };
  if (typeof value === "number") return { kind: "number", value };
  if (typeof value === "boolean") return { kind: "boolean", value };
  if (Array.isArray(value)) return { kind: "list", value };
  return typeof value === "object" ? { kind: "object", value } : missing;
}

function findAt(document: unknown, keys: readonly string[]): unknown {
  let value = document;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || Array.isArray(value) || !Object.hasOwn(value, key))
      return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function findPlace(place: Place, entity: EntityFacts): Found {
  if ("path" in place) {
    const [root, ...keys] = place.path;
    return classify(findAt(entity[root], keys));
  }
  const value = entity[place.field];
  if (place.field !== "createdAt" && place.field !== "updatedAt") return classify(value);
  return { kind: "time", value: Date.parse(String(value)), text: String(value) };
}

function findLength(place: Place, entity: EntityFacts): Found {
  const found = findPlace(place, entity);
  if (found.kind === "missing") return found;
  // Characters as PostgreSQL counts them: code points, not UTF-16 units.
  if (found.kind === "text") return { kind: "number", value: [...found.value].length };
  if (found.kind === "list") return { kind: "number", value: found.value.length };
  return { kind: "unusable", reason: `${formatTerm(place)} is ${describeFound(found)}, which has no length` };
}

function findAge(place: Place, entity: EntityFacts, nowMs: number): Found {
  const found = findPlace(place, entity);
  if (found.kind === "missing") return found;
  const momentMs = found.kind === "time" ? found.value : found.kind === "text" ? parseMoment(found.value) : undefined;
  if (momentMs !== undefined) return { kind: "age", value: nowMs - momentMs };
  return {
    kind: "unusable",
    reason: `${formatTerm(place)} is ${describeFound(found)}, which is no date such as 2026-01-31T08:00:00Z`,
  };
}

/** A JSON value in a sentence. */
export function describeJson(value: unknown): string {
  return describeFound(classify(value));
}

/** Finds what stands left of an operator. */
export function findValue(term: Term, entity: EntityFacts, nowMs: number): Found {
  if ("length" in term) return findLength(term.length, entity);
  if ("age" in term) return findAge(term.age, entity, nowMs);
  if (!("count" in term)) return findPlace(term, entity);
  const counted = entity.relations.filter(
    (each) => each.type === term.count && each.direction === term.direction && relationHolds(each, nowMs),
  );
  return { kind: "number", value: counted.length };
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > 80 ? `${characters.slice(0, 79).join("")}…` : text;
}

/** A found value for people: `the text "gold"`, `the number 3`. */
export function describeFound(found: Found): string {
  switch (found.kind) {
    case "missing":
      return "nothing";
    case "unusable":
      return found.reason;
    case "text":
      return `the text ${shorten(JSON.stringify(found.value))}`;
    case "list":
      return found.value.length === 0 ? "an empty list" : `the list ${shorten(JSON.stringify(found.value))}`;
    case "object":
      return `the object ${shorten(JSON.stringify(found.value))}`;
    case "time":
      return found.text;
    case "age":
      return describeAge(found.value);
    default:
      return `the ${found.kind === "number" ? "number " : "value "}${String(found.value)}`;
  }
}

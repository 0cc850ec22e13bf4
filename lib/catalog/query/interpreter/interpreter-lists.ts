import { isInRange } from "../arithmetic.ts";
import type { Conversion, Core, Json } from "../core.ts";
import type { EntityFacts, RelationFacts } from "../entity-facts.ts";
import { parseMoment } from "../moments.ts";
import { compareCodePoints } from "../plain/compare-values.ts";
import { relationHolds } from "../plain/relation-holds.ts";
import { parseNumeral, parseVersion } from "../version.ts";

function byOtherEnd(left: RelationFacts, right: RelationFacts): number {
  return (
    compareCodePoints(left.type, right.type) ||
    compareCodePoints(left.blueprint, right.blueprint) ||
    compareCodePoints(left.identifier, right.identifier)
  );
}

/** The other ends of relations as objects, ordered by relation, blueprint and identifier. */
export function evaluateRelations(
  { direction, relation, always }: Extract<Core, { step: "relations" }>,
  relations: EntityFacts["relations"],
  nowMs: number,
): Json[] {
  return relations
    .filter((each) => each.direction === direction && (relation ?? each.type) === each.type)
    .filter((each) => always === true || relationHolds(each, nowMs))
    .sort(byOtherEnd)
    .map(({ type, blueprint, identifier, resolved, properties, since, until }) => ({
      tag: identifier,
      type: blueprint,
      relationship: type,
      isResolved: resolved,
      properties: (properties ?? null) as Json,
      since: momentOf(since),
      until: momentOf(until),
    }));
}

function momentOf(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Date.parse(text);
}

/** What one figure makes of a list of numbers; a text says why nothing. */
export function foldNumbers(what: "sum" | "min" | "max" | "average", list: Json[] | null): number | null | string {
  if (list === null) return null;
  if (!list.every((item) => typeof item === "number"))
    return `the ${what} of anything but numbers cannot be worked out`;
  if (!list.every(isInRange)) return `the ${what} of numbers this large or small cannot be worked out`;
  if (what === "sum") return list.reduce((sum, item) => sum + item, 0) + 0;
  if (list.length === 0) return null;
  if (what === "min") return Math.min(...list);
  if (what === "max") return Math.max(...list);
  return list.reduce((sum, item) => sum + item, 0) / list.length + 0;
}

/** Whether there is nothing: missing, or an empty text, list or object. */
export function isEmptyValue(value: Json): boolean {
  if (value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** A scalar as text. Lists and objects have none; neither has a number that is not whole, because engines write it differently. */
function asText(value: Json): Json | undefined {
  if (typeof value === "object") return null;
  if (typeof value !== "number") return String(value);
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/** A value as another type, null when it is missing, undefined when it cannot be that. */
export function convert(to: Conversion, value: Json): Json | undefined {
  if (value === null) return null;
  if (to === "text") return asText(value);
  if (to === "number" && typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  if (to === "moment") return parseMoment(value);
  return to === "number" ? parseNumeral(value) : parseVersion(value);
}

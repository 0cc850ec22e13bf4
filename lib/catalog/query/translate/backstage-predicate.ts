import type { Expression } from "../expression.ts";
import { matchKey, matchOneOf, matchRelation } from "./backstage-keys.ts";
import { condition, junction } from "./expressions.ts";
import { type Place, refuse, type Translation, translated } from "./translation.ts";

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function primitive(value: unknown, place: Place): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  return refuse(place, "A text, a number, true or false is expected here.");
}

function negated(of: Expression): Expression {
  return { kind: "operation", operator: "not", operands: [of] };
}

/** `relations: {$contains: {type, targetRef}}`. */
function translateRelations(wanted: unknown, place: Place): Expression {
  const inner = isObject(wanted) && Object.keys(wanted).length === 1 ? wanted["$contains"] : undefined;
  if (!isObject(inner)) return refuse(place, "Relations are asked with $contains and a type.");
  const { type, targetRef, ...others } = inner;
  for (const key of Object.keys(others)) refuse([...place, "$contains", key], `${key} is not known here.`);
  if (typeof type !== "string")
    return refuse([...place, "$contains", "type"], "The type of a relation is expected here.");
  const at = [...place, "$contains", "targetRef"];
  if (targetRef === undefined) return matchRelation(type, { is: "there" }, at);
  const refs = isObject(targetRef) ? targetRef["$in"] : [targetRef];
  if (!Array.isArray(refs)) return refuse(at, "A reference or $in with references is expected here.");
  return junction("or", ...refs.map((ref) => matchRelation(type, { is: "value", value: primitive(ref, at) }, at)));
}

function translateMatcher(key: string, wanted: unknown, place: Place): Expression {
  if (!isObject(wanted)) return matchKey(key, { is: "value", value: primitive(wanted, place) }, place);
  const entries = Object.entries(wanted);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1)
    return refuse(place, "Exactly one of $exists, $in, $hasPrefix, $contains is expected here.");
  const [operator, value] = entry;
  const at = [...place, operator];
  switch (operator) {
    case "$exists": {
      if (typeof value !== "boolean") return refuse(at, "true or false is expected here.");
      const there = matchKey(key, { is: "there" }, at);
      return value ? there : negated(there);
    }
    case "$in":
      if (!Array.isArray(value)) return refuse(at, "A list is expected here.");
      return matchOneOf(
        key,
        value.map((item, index) => primitive(item, [...at, index])),
        at,
      );
    case "$hasPrefix":
      return matchKey(key, { is: "prefix", value: primitive(value, at) }, at);
    case "$contains":
      return matchKey(key, { is: "value", value: primitive(value, at) }, at);
    default:
      return refuse(at, `${operator} is not known here.`);
  }
}

function translateAll(value: unknown, op: "and" | "or", place: Place): Expression {
  if (!Array.isArray(value)) return refuse(place, "A list of predicates is expected here.");
  return junction(op, ...value.map((part, index) => translateNode(part, [...place, index])));
}

function translateEntry(key: string, value: unknown, place: Place): Expression {
  if (key === "$all") return translateAll(value, "and", place);
  if (key === "$any") return translateAll(value, "or", place);
  if (key === "$not") return negated(translateNode(value, place));
  if (key.startsWith("$")) return refuse(place, `${key} is not known here.`);
  return key === "relations" ? translateRelations(value, place) : translateMatcher(key, value, place);
}

function translateNode(node: unknown, place: Place): Expression {
  if (!isObject(node)) return refuse(place, "A predicate is an object.");
  if (place.length > 60) return refuse(place, "The predicate is nested too deep.");
  return junction("and", ...Object.entries(node).map(([key, value]) => translateEntry(key, value, [...place, key])));
}

/** Reads a predicate as the catalog of Backstage takes it in the body of a request. */
export function translateBackstagePredicate(input: unknown): Translation {
  return translated(() => condition(translateNode(input, [])));
}

import type { Query } from "../ast.ts";
import { combined, condition, literal, opposite } from "./expressions.ts";
import { contextOf, translateFromContext } from "./port-context.ts";
import { translateRelationRule } from "./port-relations.ts";
import { translatePropertyRule } from "./port-rule.ts";
import { translateScorecardRule } from "./port-scorecards.ts";
import { scalarsOf } from "./port-values.ts";
import { checked, type Place, refuse, type Translation, translated } from "./translation.ts";

type Rule = Record<string, unknown>;

const knownKeys = [
  "property",
  "propertySchema",
  "relation",
  "operator",
  "value",
  "not",
  "blueprint",
  "direction",
  "required",
  "scorecard",
  "scorecardRule",
];

function translateRule(rule: Rule, place: Place): Query {
  for (const key of Object.keys(rule))
    if (!knownKeys.includes(key)) refuse([...place, key], `${key} is not known here.`);
  if (rule["propertySchema"] !== undefined)
    return refuse([...place, "propertySchema"], "Name the property; any property of a schema cannot be asked for.");
  if (rule["operator"] === undefined) return refuse([...place, "operator"], "An operator is expected here.");
  const query = translateSubject(rule, place);
  return checked(place, rule["not"] === true ? opposite(query) : query);
}

/** A rule without its `not`, by what it is about. */
function translateSubject(rule: Rule, place: Place): Query {
  const property = rule["property"];
  if (rule["scorecard"] !== undefined) return translateScorecardRule(rule, place);
  const asker = typeof property === "string" ? undefined : contextOf(property);
  if (asker !== undefined)
    return translateFromContext(rule, asker, scalarsOf(rule["value"], [...place, "value"]), place);
  const isRelation = rule["relation"] !== undefined || rule["operator"] === "relatedTo" || typeof property === "object";
  return isRelation ? translateRelationRule(rule, place) : translatePropertyRule(rule, place);
}

function translateGroup(group: Rule, place: Place): Query {
  const { combinator, rules, conditions, type, ...others } = group;
  for (const key of Object.keys(others)) refuse([...place, key], `${key} is not known here.`);
  if (type !== undefined && type !== "SEARCH") refuse([...place, "type"], `${String(type)} is not a search.`);
  if (combinator !== "and" && combinator !== "or") refuse([...place, "combinator"], "The combinator is and or or.");
  const key = rules === undefined ? "conditions" : "rules";
  const parts = rules ?? conditions;
  if (!Array.isArray(parts)) return refuse([...place, key], "A list of rules is expected here.");
  if (parts.length === 0) return condition(literal(true));
  const queries = parts.map((part, index) => translatePart(part, [...place, key, index]));
  return combined(combinator === "or" ? "or" : "and", queries);
}

function translatePart(part: unknown, place: Place): Query {
  if (typeof part !== "object" || part === null || Array.isArray(part))
    return refuse(place, "A rule is expected here.");
  if (place.length > 60) return refuse(place, "The rules are nested too deep.");
  const rule = part as Rule;
  return "combinator" in rule || "rules" in rule || "conditions" in rule
    ? translateGroup(rule, place)
    : translateRule(rule, place);
}

/** Reads conditions of a scorecard, a search query or a dataset of Port, as JSON or as its text. */
export function translatePortQuery(input: unknown): Translation {
  return translated(() => translatePart(input, []));
}

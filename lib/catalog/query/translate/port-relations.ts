import type { Query } from "../ast.ts";
import type { Expression, Named } from "../expression.ts";
import { binary, call, condition, junction, lambda, list, literal, member, name, opposite } from "./expressions.ts";
import { scalarsOf } from "./port-values.ts";
import { type Place, refuse } from "./translation.ts";

type Rule = Record<string, unknown>;

/** What the entity points at, or what points at it, by one relation. */
function ends(direction: "destinations" | "sources", relation: string): Expression {
  const named: Named[] = [{ name: "relationshipType", value: literal(relation) }];
  return { kind: "call", of: name("entity"), name: direction, arguments: [], named };
}

/** Whether one of these is called one of the values. */
function includesOne(others: Expression, identifiers: readonly string[], blueprint?: string): Query {
  const entity = name("e");
  const isNamed = binary("in", member(entity, "tag"), list(identifiers));
  const isKind = blueprint === undefined ? [] : [binary("=", member(entity, "type"), literal(blueprint))];
  return condition(call(others, "any", lambda("e", junction("and", isNamed, ...isKind))));
}

function identifiersOf(rule: Rule, place: Place): string[] {
  return scalarsOf(rule["value"], [...place, "value"]).map(String);
}

/** `{relation: "owner", operator: …}`. */
function translateNamedRelation(relation: string, rule: Rule, place: Place): Query {
  const isAny: Query = { op: ">", term: { count: relation, direction: "outgoing" }, value: 0 };
  switch (rule["operator"]) {
    case "isNotEmpty":
      return isAny;
    case "isEmpty":
      return opposite(isAny);
    case "=":
    case "in":
    case "contains":
    case "containsAny":
    case "matchAny":
      return includesOne(ends("destinations", relation), identifiersOf(rule, place));
    case "!=":
    case "notIn":
      return opposite(includesOne(ends("destinations", relation), identifiersOf(rule, place)));
    default:
      return refuse([...place, "operator"], `A relation has no operator ${String(rule["operator"])}.`);
  }
}

/** The relation of a step of a path that is walked once. */
function relationOf(step: unknown, place: Place): string {
  if (typeof step === "string") return step;
  if (typeof step !== "object" || step === null) return refuse(place, "The name of a relation is expected here.");
  const { relation, maxHops } = step as Rule;
  if (typeof relation !== "string") return refuse(place, "The name of a relation is expected here.");
  if (maxHops !== undefined && maxHops !== 1)
    return refuse([...place, "maxHops"], "A relation can be followed once yet, not several times.");
  return relation;
}

/** `{property: {path: ["deployedOn"]}, operator: "matchAny"}`. */
function translatePath(rule: Rule, property: Rule, place: Place): Query {
  const propertyPlace = [...place, "property"];
  if ("context" in property) return refuse(propertyPlace, "What depends on who asks is not possible here.");
  const { path, fromBlueprint, ...others } = property;
  for (const key of Object.keys(others)) refuse([...propertyPlace, key], `${key} is not known here.`);
  if (!Array.isArray(path) || path.length === 0)
    return refuse([...propertyPlace, "path"], "A path of relations is expected here.");
  if (path.length > 1) return refuse([...propertyPlace, "path", 1], "A path can have one relation yet, not several.");
  if (rule["operator"] !== "matchAny") refuse([...place, "operator"], "A path is asked with matchAny.");
  const relation = relationOf(path[0], [...propertyPlace, "path", 0]);
  if (fromBlueprint === undefined) return includesOne(ends("destinations", relation), identifiersOf(rule, place));
  return includesOne(ends("sources", relation), identifiersOf(rule, place), String(fromBlueprint));
}

/** One rule about relations. */
export function translateRelationRule(rule: Rule, place: Place): Query {
  const { property, relation } = rule;
  if (rule["operator"] === "relatedTo")
    return refuse(
      [...place, "operator"],
      "relatedTo follows relations over any distance, which a query cannot yet; name the relation.",
    );
  if (relation !== undefined) {
    if (property !== undefined) refuse([...place, "property"], "A rule is about a property or a relation, not both.");
    if (typeof relation !== "string") return refuse([...place, "relation"], "The name of a relation is expected here.");
    return translateNamedRelation(relation, rule, place);
  }
  return typeof property === "object" && property !== null
    ? translatePath(rule, property as Rule, place)
    : refuse([...place, "property"], "The name of a property is expected here.");
}

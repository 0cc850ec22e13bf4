import type { Query } from "../ast.ts";
import type { Expression, Named } from "../expression.ts";
import { queryLimits } from "../limits.ts";
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
function includesOne(others: Expression, identifiers: readonly string[]): Query {
  return condition(call(others, "any", lambda("e", binary("in", member(name("e"), "tag"), list(identifiers)))));
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

/** Relations that can be followed one after the other: as deep as lambdas go. */
const mostHops = queryLimits.lambdaDepth;

/** The relation of a step of a path, and how often it may be followed. */
function readStep(step: unknown, place: Place): { relation: string; most: number } {
  if (typeof step === "string") return { relation: step, most: 1 };
  if (typeof step !== "object" || step === null) return refuse(place, "The name of a relation is expected here.");
  const { relation, maxHops = 1 } = step as Rule;
  if (typeof relation !== "string") return refuse(place, "The name of a relation is expected here.");
  if (typeof maxHops !== "number" || !Number.isInteger(maxHops) || maxHops < 1 || maxHops > mostHops)
    return refuse([...place, "maxHops"], `A relation can be followed 1 to ${mostHops} times.`);
  return { relation, most: maxHops };
}

/** Whether following these relations leads to an entity of which `isIt` says true. */
function leadsTo(
  hops: readonly string[],
  direction: "destinations" | "sources",
  isIt: (entity: Expression) => Expression,
): Expression {
  const walk = (from: Expression | undefined, depth: number): Expression => {
    const relation = hops[depth];
    if (relation === undefined) return isIt(from ?? name("entity"));
    const others = from === undefined ? ends(direction, relation) : call(from, direction, literal(relation));
    const entity = `e${depth + 1}`;
    return call(others, "any", lambda(entity, walk(name(entity), depth + 1)));
  };
  return walk(undefined, 0);
}

/** `{property: {path: ["deployedOn", "cluster"]}, operator: "matchAny"}`. */
function translatePath(rule: Rule, property: Rule, place: Place): Query {
  const propertyPlace = [...place, "property"];
  if ("context" in property) return refuse(propertyPlace, "What depends on who asks is not possible here.");
  const { path, fromBlueprint, ...others } = property;
  for (const key of Object.keys(others)) refuse([...propertyPlace, key], `${key} is not known here.`);
  if (!Array.isArray(path) || path.length === 0)
    return refuse([...propertyPlace, "path"], "A path of relations is expected here.");
  if (rule["operator"] !== "matchAny") refuse([...place, "operator"], "A path is asked with matchAny.");
  const steps = path.map((step, index) => readStep(step, [...propertyPlace, "path", index]));
  if (steps.reduce((sum, { most }) => sum + most, 0) > mostHops)
    return refuse([...propertyPlace, "path"], `At most ${mostHops} relations can be followed one after the other.`);
  // Every way in which each step can be taken once or several times.
  const ways = steps.reduce<string[][]>(
    (before, { relation, most }) =>
      before.flatMap((way) =>
        Array.from({ length: most }, (_, times) => [...way, ...Array<string>(times + 1).fill(relation)]),
      ),
    [[]],
  );
  const identifiers = identifiersOf(rule, place);
  const isKind = typeof fromBlueprint === "string" ? [fromBlueprint] : [];
  const isIt = (entity: Expression) =>
    junction(
      "and",
      binary("in", member(entity, "tag"), list(identifiers)),
      ...isKind.map((blueprint) => binary("=", member(entity, "type"), literal(blueprint))),
    );
  // Seen from another kind the path leads here, so it is walked back.
  const isBack = fromBlueprint !== undefined;
  const walks = ways.map((way) => leadsTo(isBack ? way.toReversed() : way, isBack ? "sources" : "destinations", isIt));
  return condition(junction("or", ...walks));
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

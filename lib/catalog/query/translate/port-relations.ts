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

/** One relation alone can be followed as often as an entity's destinations can. */
const mostOfOne = 20;

/** The relation of a step of a path, and how often it may be followed. */
function readStep(step: unknown, place: Place, mostOften: number): { relation: string; most: number } {
  if (typeof step === "string") return { relation: step, most: 1 };
  if (typeof step !== "object" || step === null) return refuse(place, "The name of a relation is expected here.");
  const { relation, maxHops = 1 } = step as Rule;
  if (typeof relation !== "string") return refuse(place, "The name of a relation is expected here.");
  if (typeof maxHops !== "number" || !Number.isInteger(maxHops) || maxHops < 1 || maxHops > mostOften)
    return refuse([...place, "maxHops"], `A relation can be followed 1 to ${mostOften} times.`);
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

/** The same of one relation that may be followed several times. */
function leadsWithin(
  { relation, most }: { relation: string; most: number },
  direction: "destinations" | "sources",
  isIt: (entity: Expression) => Expression,
): Expression {
  const named: Named[] = [
    { name: "relationshipType", value: literal(relation) },
    { name: "depth", value: literal(most) },
  ];
  const others: Expression = { kind: "call", of: name("entity"), name: direction, arguments: [], named };
  return call(others, "any", lambda("e1", isIt(name("e1"))));
}

/** `{property: {path: ["deployedOn", "cluster"]}, operator: "matchAny"}`. */
function translatePath(rule: Rule, property: Rule, place: Place): Query {
  const propertyPlace = [...place, "property"];
  const { path, fromBlueprint, ...others } = property;
  for (const key of Object.keys(others)) refuse([...propertyPlace, key], `${key} is not known here.`);
  if (!Array.isArray(path) || path.length === 0)
    return refuse([...propertyPlace, "path"], "A path of relations is expected here.");
  if (rule["operator"] !== "matchAny") refuse([...place, "operator"], "A path is asked with matchAny.");
  const mostOften = path.length === 1 ? mostOfOne : mostHops;
  const steps = path.map((step, index) => readStep(step, [...propertyPlace, "path", index], mostOften));
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
  const [first] = steps;
  if (steps.length === 1 && first !== undefined && first.most > 1)
    return condition(leadsWithin(first, isBack ? "sources" : "destinations", isIt));
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
  const walks = ways.map((way) => leadsTo(isBack ? way.toReversed() : way, isBack ? "sources" : "destinations", isIt));
  return condition(junction("or", ...walks));
}

/** Port's names of where a relation leads. */
const directions: Record<string, "outgoing" | "incoming"> = { upstream: "outgoing", downstream: "incoming" };

/** `{operator: "relatedTo", blueprint: "cluster", value: ["prod"], direction: "upstream"}`: over any relation and distance. */
function translateRelatedTo(rule: Rule, place: Place): Query {
  const { blueprint, direction, required, property, relation } = rule;
  if (property !== undefined || relation !== undefined)
    return refuse(place, "relatedTo follows every relation; a property or relation of its own has no place here.");
  if (typeof blueprint !== "string" || blueprint === "")
    return refuse([...place, "blueprint"], "The blueprint of the other entity is expected here.");
  if (required !== undefined && required !== false)
    return refuse([...place, "required"], "Whether a relation is required makes no difference to a query here.");
  const known =
    typeof direction === "string" && Object.hasOwn(directions, direction) ? directions[direction] : undefined;
  if (known === undefined)
    return refuse(
      [...place, "direction"],
      "Say in which direction: upstream for what it leads to, downstream for what leads to it.",
    );
  const towards: Named[] = known === "outgoing" ? [] : [{ name: "direction", value: literal(known) }];
  const related = identifiersOf(rule, place).map(
    (identifier): Expression => ({
      ...{ kind: "call", of: null, name: "relatedTo", named: towards },
      arguments: [literal(`${blueprint}:${identifier}`)],
    }),
  );
  return condition(junction("or", ...related));
}

/** One rule about relations. */
export function translateRelationRule(rule: Rule, place: Place): Query {
  const { property, relation } = rule;
  if (rule["operator"] === "relatedTo") return translateRelatedTo(rule, place);
  if (relation !== undefined) {
    if (property !== undefined) refuse([...place, "property"], "A rule is about a property or a relation, not both.");
    if (typeof relation !== "string") return refuse([...place, "relation"], "The name of a relation is expected here.");
    return translateNamedRelation(relation, rule, place);
  }
  return typeof property === "object" && property !== null
    ? translatePath(rule, property as Rule, place)
    : refuse([...place, "property"], "The name of a property is expected here.");
}

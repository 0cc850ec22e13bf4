import type { Query } from "../ast.ts";
import type { Expression } from "../expression.ts";
import { binary, call, condition, list, literal, name, opposite } from "./expressions.ts";
import { type Place, refuse } from "./translation.ts";

type Rule = Record<string, unknown>;

/** What Port calls the teams and the address of who asks, in text. */
const templates: Record<string, Rule> = {
  "{{getUserTeams()}}": { context: "userTeams", property: "$identifier" },
  "{{getUserEmail()}}": { context: "user", property: "$identifier" },
};

/** What depends on who asks, where a property or a value does; undefined for anything else. */
export function contextOf(given: unknown): Rule | undefined {
  const [only, ...more] = Array.isArray(given) ? given : [given];
  if (more.length > 0) return undefined;
  if (typeof only === "string") return Object.hasOwn(templates, only) ? templates[only] : undefined;
  return typeof only === "object" && only !== null && "context" in only ? (only as Rule) : undefined;
}

const myTeams = call(name("me"), "teams");
const myAddress = call(name("me"), "email");

/** Who asks: the teams, as references of groups, or the address, which is a person's identifier in Port. */
function readContext({ context, property, ...others }: Rule, place: Place): "teams" | "address" {
  for (const key of Object.keys(others)) refuse([...place, key], `${key} is not known here.`);
  if (context === "userTeams" && property === "$identifier") return "teams";
  if (context === "user" && (property === "$identifier" || property === "$email" || property === "email"))
    return "address";
  if (context !== "user" && context !== "userTeams")
    return refuse([...place, "context"], `What a ${String(context)} holds is not known to a query.`);
  return refuse(
    [...place, "property"],
    `Of who asks only the address and the identifiers of teams are known, not ${String(property)}.`,
  );
}

const negations: Record<string, string> = {
  "!=": "=",
  notIn: "in",
  doesNotContains: "contains",
  doesNotContain: "contains",
};
const positive = ["=", "in", "contains", "containsAny"];

/** `operator` without its negation, and whether it has one. */
function readOperator(rule: Rule, place: Place): boolean {
  const operator = String(rule["operator"]);
  const isOpposite = Object.hasOwn(negations, operator);
  if (!isOpposite && !positive.includes(operator))
    refuse([...place, "operator"], `Who asks cannot be compared with ${operator}.`);
  return isOpposite;
}

/** A rule whose value is about who asks: `{property: "$team", operator: "containsAny", value: {context: "userTeams", …}}`. */
export function translateToContext(
  rule: Rule,
  context: Rule,
  left: { expression: Expression; isOwner: boolean },
  place: Place,
): Query {
  const what = readContext(context, [...place, "value"]);
  const isOpposite = readOperator(rule, place);
  if (what === "teams" && !left.isOwner)
    refuse([...place, "value"], "Teams are groups such as group:payments here; only $team is compared with them.");
  const query = condition(
    binary(what === "teams" ? "in" : "=", left.expression, what === "teams" ? myTeams : myAddress),
  );
  return isOpposite ? opposite(query) : query;
}

/** A rule about who asks alone: `{property: {context: "user", property: "$identifier"}, operator: "=", value: "ada@example.com"}`. */
export function translateFromContext(
  rule: Rule,
  context: Rule,
  values: readonly (string | number | boolean)[],
  place: Place,
): Query {
  const what = readContext(context, [...place, "property"]);
  const isOpposite = readOperator(rule, place);
  const texts = values.map(String);
  const groups = texts.map((text) => (text.includes(":") ? text : `group:${text}`));
  const anyTeam = groups.map((group) => binary("contains", myTeams, literal(group)));
  const isOne = (parts: Expression[]): Expression =>
    parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "operation", operator: "or", operands: parts };
  const query = condition(what === "teams" ? isOne(anyTeam) : binary("in", myAddress, list(texts)));
  return isOpposite ? opposite(query) : query;
}

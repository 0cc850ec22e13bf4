import type { Query } from "../ast.ts";
import type { BinaryOperator, Expression } from "../expression.ts";
import { binary, call, condition, list, literal, member, opposite } from "./expressions.ts";
import { scalarsOf } from "./port-values.ts";
import { type Place, refuse } from "./translation.ts";

type Rule = Record<string, unknown>;

const signs: Record<string, BinaryOperator> = { "=": "=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", in: "in" };
const opposites: Record<string, BinaryOperator> = { "!=": "=", notIn: "in" };
const outcomes: Record<string, boolean> = { SUCCESS: true, FAILURE: false };

/** `{scorecard: "Readiness", operator: "=", value: "Gold"}`: the level, or with `scorecardRule` whether a rule passes. */
export function translateScorecardRule(rule: Rule, place: Place): Query {
  const { scorecard, scorecardRule, operator, value } = rule;
  if (typeof scorecard !== "string" || scorecard === "")
    return refuse([...place, "scorecard"], "The identifier of a scorecard is expected here.");
  for (const key of ["property", "relation", "blueprint", "direction", "required"])
    if (rule[key] !== undefined) refuse([...place, key], `A rule about a scorecard has no ${key}.`);
  const score = call(null, "scorecard", literal(scorecard));
  if (scorecardRule !== undefined) return outcomeOf(score, rule, place);
  const sign = String(operator);
  const level = member(score, "level");
  const isOpposite = Object.hasOwn(opposites, sign);
  const own = isOpposite ? opposites[sign] : Object.hasOwn(signs, sign) ? signs[sign] : undefined;
  if (own === undefined) return refuse([...place, "operator"], `A level has no operator ${sign}.`);
  const values = scalarsOf(value, [...place, "value"]).map(String);
  const [only = ""] = values;
  if (own !== "in" && values.length > 1) return refuse([...place, "value"], "The name of one level is expected here.");
  const query = condition(binary(own, level, own === "in" ? list(values) : literal(only)));
  return isOpposite ? opposite(query) : query;
}

function outcomeOf(score: Expression, { scorecardRule, operator, value }: Rule, place: Place): Query {
  if (typeof scorecardRule !== "string")
    return refuse([...place, "scorecardRule"], "The identifier of a rule is expected here.");
  if (operator !== "=" && operator !== "!=")
    return refuse([...place, "operator"], "The outcome of a rule is compared with = or !=.");
  const outcome = typeof value === "string" && Object.hasOwn(outcomes, value) ? outcomes[value] : undefined;
  if (outcome === undefined)
    return refuse([...place, "value"], "A rule passes or not: SUCCESS or FAILURE is expected here.");
  const query = condition(call(score, "passes", literal(scorecardRule)));
  return outcome === (operator === "=") ? query : opposite(query);
}

import type {
  Comparison,
  ComparisonOperator,
  Existence,
  Membership,
  Place,
  Resolution,
  Scalar,
  Value,
} from "../ast.ts";
import type { EntityFacts } from "../entity-facts.ts";
import { durationMs, parseMoment } from "../moments.ts";
import { formatTerm, formatValue } from "../text/format.ts";
import { compareCodePoints, holds } from "./compare-values.ts";
import type { State } from "./explanation.ts";
import { describeFound, type Found, findValue } from "./find-value.ts";
import { relationHolds } from "./relation-holds.ts";

export interface Verdict {
  state: State;
  message: string;
}

function stateOf(isTrue: boolean): State {
  return isTrue ? "true" : "false";
}

/** Whether `found operator value`, or undefined when the two cannot be compared. Never called with `!=`. */
function compare(found: Found, operator: ComparisonOperator, value: Value): boolean | undefined {
  if (found.kind === "age" && typeof value === "object") return holds(operator, found.value - durationMs(value));
  if (found.kind === "time" && typeof value === "string") {
    const momentMs = parseMoment(value);
    return momentMs === undefined ? undefined : holds(operator, found.value - momentMs);
  }
  if (found.kind === "list") return operator === "contains" ? found.value.some((item) => item === value) : undefined;
  if (found.kind === "text" && typeof value === "string") {
    if (operator === "contains") return found.value.includes(value);
    return operator === "startsWith"
      ? found.value.startsWith(value)
      : holds(operator, compareCodePoints(found.value, value));
  }
  if (operator === "contains" || operator === "startsWith") return undefined;
  if (found.kind === "number" && typeof value === "number") {
    return holds(operator, found.value === value ? 0 : found.value - value);
  }
  return found.kind === "boolean" && typeof value === "boolean" ? found.value === value : undefined;
}

function isSearch(term: Comparison["term"]): boolean {
  return "field" in term && term.field === "text";
}

function describeValue(value: Value | Scalar): string {
  if (typeof value === "string") return `the text ${formatValue(value)}`;
  return typeof value === "number" ? `the number ${value}` : formatValue(value);
}

function refuse(found: Found, place: string, against: string): Verdict {
  const reason =
    found.kind === "unusable"
      ? found.reason
      : `${place} is ${describeFound(found)}, which cannot be compared with ${against}`;
  return { state: "error", message: reason };
}

function report(isTrue: boolean, found: Found, place: string): Verdict {
  return { state: stateOf(isTrue), message: `found ${describeFound(found)} at ${place}` };
}

function evaluateComparison(query: Comparison, entity: EntityFacts, nowMs: number): Verdict {
  const found = findValue(query.term, entity, nowMs);
  const place = formatTerm(query.term);
  const isOpposite = query.op === "!=";
  if (found.kind === "missing") return report(isOpposite, found, place);
  const isLowered = isSearch(query.term) && typeof query.value === "string";
  const value = isLowered ? String(query.value).toLowerCase() : query.value;
  const isMatch = compare(found, isOpposite ? "=" : query.op, value);
  return isMatch === undefined
    ? refuse(found, place, describeValue(query.value))
    : report(isMatch !== isOpposite, found, place);
}

function evaluateMembership({ term, values }: Membership, entity: EntityFacts, nowMs: number): Verdict {
  const found = findValue(term, entity, nowMs);
  const place = formatTerm(term);
  if (found.kind === "missing") return report(false, found, place);
  const matches = values.map((value) => compare(found, "=", value));
  return matches.includes(undefined)
    ? refuse(found, place, `a list of ${typeof values[0] === "string" ? "texts" : `${typeof values[0]}s`}`)
    : report(matches.includes(true), found, place);
}

function evaluateExistence(place: Place, entity: EntityFacts, nowMs: number): Verdict {
  const found = findValue(place, entity, nowMs);
  const isEmpty =
    found.kind === "missing" ||
    (found.kind === "text" && found.value === "") ||
    (found.kind === "list" && found.value.length === 0) ||
    (found.kind === "object" && Object.keys(found.value).length === 0);
  return report(!isEmpty, found, formatTerm(place));
}

function evaluateResolution({ relation }: Resolution, entity: EntityFacts, nowMs: number): Verdict {
  const ours = entity.relations.filter(
    (each) => each.type === relation && each.direction === "outgoing" && relationHolds(each, nowMs),
  );
  const dangling = ours.filter(({ resolved }) => !resolved).length;
  const message = `${dangling} of ${ours.length} ${relation} relations point at something that is not in the catalog`;
  return { state: stateOf(dangling === 0), message };
}

/** Evaluates a query without sub-queries. */
export function evaluateCondition(
  query: Comparison | Membership | Existence | Resolution,
  entity: EntityFacts,
  nowMs: number,
): Verdict {
  if (query.op === "exists") return evaluateExistence(query.term, entity, nowMs);
  if (query.op === "resolved") return evaluateResolution(query, entity, nowMs);
  return query.op === "in" ? evaluateMembership(query, entity, nowMs) : evaluateComparison(query, entity, nowMs);
}

import type { Query, Scalar, Place as StoredPlace } from "../ast.ts";
import { placeOf } from "../elaboration/place-of.ts";
import type { Expression } from "../expression.ts";
import { parseMoment } from "../moments.ts";
import { binary, call, combined, condition, literal, member, name } from "./expressions.ts";
import { type Place, refuse } from "./translation.ts";

/** Port's names of what every entity has. */
const metaProperties: Record<string, string> = {
  $blueprint: "blueprint",
  $identifier: "identifier",
  $title: "title",
  $team: "owner",
  $createdAt: "createdAt",
  $updatedAt: "updatedAt",
};

/** The place that a property names, as an expression and as a place. */
export function translateProperty(property: string, place: Place): { expression: Expression; stored: StoredPlace } {
  const field = Object.hasOwn(metaProperties, property) ? metaProperties[property] : undefined;
  if (field === undefined && property.startsWith("$")) return refuse(place, `${property} is not kept here.`);
  const key = property.replace(/^(?:(?:mirror-|calculation-|aggregation-)?property#|properties\.)/, "");
  const expression = field === undefined ? member(name("properties"), key) : name(field);
  const stored = placeOf(expression);
  return stored === undefined ? refuse(place, `${property} cannot be a property.`) : { expression, stored };
}

/** A written value. Anything that depends on who asks, or on a form, has no counterpart. */
export function scalarOf(value: unknown, place: Place): Scalar {
  if (typeof value === "object" && value !== null && "context" in value)
    return refuse(place, "A value that depends on who asks is possible beside = and its like only.");
  if (typeof value === "object" && value !== null && "jqQuery" in value)
    return refuse(place, "A value that jq works out from a form is not possible here.");
  if (typeof value === "string" && value.includes("{{"))
    return refuse(place, "A value with a template in it is not possible here.");
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return refuse(place, "A text, a number, true or false is expected here.");
}

export function scalarsOf(value: unknown, place: Place): Scalar[] {
  const values = Array.isArray(value) ? value : [value];
  if (values.length === 0) refuse(place, "A list with at least one value is expected here.");
  return values.map((item, index) => scalarOf(item, Array.isArray(value) ? [...place, index] : place));
}

const days = (count: number): Expression => ({ kind: "duration", amount: count, unit: "days" });
const today = call(null, "today");

/** Days that a preset reaches back from now. A month has 30 days and three of them 90, as durations have everywhere here. */
const daysBack: Record<string, number> = {
  lastDay: 1,
  lastWeek: 7,
  last2Weeks: 14,
  lastMonth: 30,
  last3Months: 90,
  last6Months: 180,
  last12Months: 365,
  last2Years: 730,
  last3Years: 1095,
};

/** Days of the calendar (UTC): from which on, counted from today. */
const calendarDays: Record<string, number> = { yesterday: -1, today: 0, tomorrow: 1 };

function shifted(count: number): Expression {
  if (count === 0) return today;
  return binary(count < 0 ? "-" : "+", today, days(Math.abs(count)));
}

/** `{preset: "lastWeek"}` or `{from, to}` of a point in time. */
export function translateRange(at: Expression, value: unknown, place: Place): Query {
  if (typeof value !== "object" || value === null) return refuse(place, "A preset, or from and to, is expected here.");
  const { preset, from, to, ...others } = value as Record<string, unknown>;
  for (const key of Object.keys(others)) refuse([...place, key], `${key} is not known here.`);
  const moment = call(null, "timestamp", at);
  if (preset === undefined) {
    const bounds = { from, to };
    for (const [key, bound] of Object.entries(bounds))
      if (typeof bound !== "string" || parseMoment(bound) === undefined)
        refuse([...place, key], 'A date such as "2026-01-31T08:00:00Z" is expected here.');
    const reaches = [binary(">=", moment, literal(String(from))), binary("<=", moment, literal(String(to)))];
    return combined("and", reaches.map(condition));
  }
  const key = String(preset);
  const back = Object.hasOwn(daysBack, key) ? daysBack[key] : undefined;
  if (back !== undefined) {
    const age = call(at, "age");
    const zero: Expression = { kind: "duration", amount: 0, unit: "minutes" };
    return combined("and", [condition(binary("<=", age, days(back))), condition(binary(">=", age, zero))]);
  }
  const day = Object.hasOwn(calendarDays, key) ? calendarDays[key] : undefined;
  if (day === undefined) return refuse([...place, "preset"], `There is no counterpart for the preset ${key}.`);
  const bounds = [binary(">=", moment, shifted(day)), binary("<", moment, shifted(day + 1))];
  return combined("and", bounds.map(condition));
}

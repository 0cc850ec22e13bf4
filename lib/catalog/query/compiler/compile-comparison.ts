import { type SQL, sql } from "drizzle-orm";
import type { Comparison, ComparisonOperator, Membership, Place, Scalar, Term, Value } from "../ast.ts";
import { durationMs, momentPattern, parseMoment } from "../moments.ts";
import {
  byJsonType,
  hasNoRelation,
  jsonAt,
  jsonText,
  orFalse,
  placeColumn,
  relationCount,
  type Scope,
} from "./term-sql.ts";

type Ordering = ">" | ">=" | "<" | "<=";

const signs: Record<Ordering | "=", SQL> = { "=": sql`=`, ">": sql`>`, ">=": sql`>=`, "<": sql`<`, "<=": sql`<=` };
const mirrored: Record<Ordering, Ordering> = { ">": "<", ">=": "<=", "<": ">", "<=": ">=" };

function isOrdering(operator: ComparisonOperator): operator is Ordering {
  return operator === ">" || operator === ">=" || operator === "<" || operator === "<=";
}

/** A query that was never read by parseQuery or readQuery, which refuse it with a sentence for people. */
function unreachable(): never {
  throw new TypeError("This query compares things that cannot be compared; read it with readQuery first.");
}

function typed(value: Scalar): SQL {
  if (typeof value === "number") return sql`${String(value)}::numeric`;
  return typeof value === "string" ? sql`${value}::text` : sql`${value}::boolean`;
}

function likePattern(part: string): string {
  return `%${part.replace(/[\\%_]/g, "\\$&")}%`;
}

function compareText(text: SQL, operator: ComparisonOperator, value: string): SQL {
  if (operator === "contains") return sql`(strpos(${text}, ${value}::text) > 0)`;
  if (operator === "startsWith") return sql`starts_with(${text}, ${value}::text)`;
  if (isOrdering(operator)) return sql`(${text} collate "C" ${signs[operator]} ${value}::text)`;
  return sql`(${text} = ${value}::text)`;
}

function compareNumber(number: SQL, operator: ComparisonOperator, value: number): SQL {
  return sql`(${number} ${signs[isOrdering(operator) ? operator : "="]} ${typed(value)})`;
}

/**
 * Compares whole milliseconds, as JavaScript does, without touching the column, so that an index on it can be used:
 * "later than this millisecond" is "from the next one on".
 */
function compareMoment(moment: SQL, operator: Ordering, thresholdMs: number): SQL {
  const isNext = operator === ">" || operator === "<=";
  const sign = operator === ">" || operator === ">=" ? sql`>=` : sql`<`;
  return sql`(${moment} ${sign} ${new Date(thresholdMs + (isNext ? 1 : 0)).toISOString()}::timestamptz)`;
}

function compareAge(place: Place, operator: Ordering, ageMs: number, scope: Scope): SQL {
  const thresholdMs = scope.nowMs - ageMs;
  if ("field" in place) {
    return orFalse(compareMoment(placeColumn(place, scope), mirrored[operator], thresholdMs), scope);
  }
  const json = jsonAt(place, scope);
  const text = jsonText(json);
  const moment = sql`(${text} || case when length(${text}) = 10 then 'T00:00:00Z' else '' end)::timestamptz`;
  const isMoment = sql`${text} ~ ${momentPattern}::text and pg_input_is_valid(${text}, 'timestamptz')`;
  return byJsonType(json, {
    string: sql`case when ${isMoment} then ${compareMoment(moment, mirrored[operator], thresholdMs)} end`,
  });
}

/** Compares a length by `test`, which gets the number. */
function compareLength(place: Place, scope: Scope, test: (length: SQL) => SQL): SQL {
  if ("path" in place) {
    const json = jsonAt(place, scope);
    return byJsonType(json, {
      string: test(sql`char_length(${jsonText(json)})`),
      array: test(sql`jsonb_array_length(${json})`),
    });
  }
  const column = placeColumn(place, scope);
  return place.field === "tags" ? test(sql`cardinality(${column})`) : orFalse(test(sql`char_length(${column})`), scope);
}

function compareJson(json: SQL, operator: ComparisonOperator, value: Scalar): SQL {
  const array = operator === "contains" ? { array: sql`(${json} @> to_jsonb(${typed(value)}))` } : {};
  if (typeof value === "string")
    return byJsonType(json, { string: compareText(jsonText(json), operator, value), ...array });
  if (operator === "contains") return byJsonType(json, array);
  if (typeof value === "number")
    return byJsonType(json, { number: compareNumber(sql`${json}::numeric`, operator, value) });
  return byJsonType(json, { boolean: sql`(${json}::boolean = ${typed(value)})` });
}

function compareField(
  place: Extract<Place, { field: unknown }>,
  operator: ComparisonOperator,
  value: Value,
  scope: Scope,
): SQL {
  const column = placeColumn(place, scope);
  if (typeof value !== "string") return unreachable();
  if (place.field === "tags") return sql`(${column} @> array[${value}::text])`;
  if (place.field === "text") return orFalse(sql`(${column} like ${likePattern(value.toLowerCase())}::text)`, scope);
  if (place.field !== "createdAt" && place.field !== "updatedAt")
    return orFalse(compareText(column, operator, value), scope);
  const thresholdMs = parseMoment(value);
  if (thresholdMs === undefined || !isOrdering(operator)) return unreachable();
  return orFalse(compareMoment(column, operator, thresholdMs), scope);
}

function compareTerm(term: Term, operator: ComparisonOperator, value: Value, scope: Scope): SQL {
  if ("field" in term) return compareField(term, operator, value, scope);
  if ("age" in term) {
    return typeof value === "object" && isOrdering(operator)
      ? compareAge(term.age, operator, durationMs(value), scope)
      : unreachable();
  }
  if (typeof value === "object") return unreachable();
  if ("path" in term) return compareJson(jsonAt(term, scope), operator, value);
  if (typeof value !== "number") return unreachable();
  if ("count" in term && operator === "=" && value === 0) return hasNoRelation(term, scope);
  if ("count" in term) return compareNumber(relationCount(term, value, scope), operator, value);
  return compareLength(term.length, scope, (length) => compareNumber(length, operator, value));
}

/** One comparison. `!=` is exactly the opposite of `=`, so a missing value differs from everything. */
export function compileComparison(query: Comparison, scope: Scope): SQL {
  if (query.op !== "!=") return compareTerm(query.term, query.op, query.value, scope);
  return sql`(not ${compareTerm(query.term, "=", query.value, { ...scope, lenient: false })})`;
}

/** Whether a value is one of a list. */
export function compileMembership({ term, values }: Membership, scope: Scope): SQL {
  const list = sql`(${sql.join(values.map(typed), sql`, `)})`;
  const isIn = (value: SQL) => sql`(${value} in ${list})`;
  if ("field" in term) return orFalse(isIn(placeColumn(term, scope)), scope);
  if ("age" in term) return unreachable();
  if ("count" in term) return isIn(relationCount(term, Math.max(0, ...values.map(Number)), scope));
  if ("length" in term) return compareLength(term.length, scope, isIn);
  const json = jsonAt(term, scope);
  const [first] = values;
  if (typeof first === "string") return byJsonType(json, { string: isIn(jsonText(json)) });
  if (typeof first === "number") return byJsonType(json, { number: isIn(sql`${json}::numeric`) });
  return byJsonType(json, { boolean: isIn(sql`${json}::boolean`) });
}

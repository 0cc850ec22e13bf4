import { type SQL, sql } from "drizzle-orm";
import { type Core, isCondition } from "../core.ts";
import { writePostgresPattern } from "../pattern/spelling.ts";
import { type Compilation, unlessMissing } from "./compilation.ts";
import { eachSql } from "./lists-sql.ts";
import { reachesSql } from "./reach-sql.ts";
import { passesSql } from "./score-sql.ts";
import { compileResolution, jsonText } from "./term-sql.ts";

type Of<Step extends Core["step"]> = Extract<Core, { step: Step }>;

const signs: Record<Of<"compare">["op"], SQL> = {
  "=": sql`=`,
  ">": sql`>`,
  ">=": sql`>=`,
  "<": sql`<`,
  "<=": sql`<=`,
};

function both(left: SQL, right: SQL, type: string): SQL {
  return sql`jsonb_typeof(${left}) = ${type}::text and jsonb_typeof(${right}) = ${type}::text`;
}

function compareSql(core: Of<"compare">, compilation: Compilation): SQL {
  const operands = [compilation.value(core.left), compilation.value(core.right)];
  return compilation.once(operands, (left = sql`null`, right = sql`null`) => {
    const sign = signs[core.op];
    const cases = [
      sql`when ${both(left, right, "number")} then ${left}::numeric ${sign} ${right}::numeric`,
      sql`when ${both(left, right, "string")} then ${jsonText(left)} collate "C" ${sign} ${jsonText(right)}`,
      ...(core.op === "=" ? [sql`when ${both(left, right, "boolean")} then ${left} = ${right}`] : []),
    ];
    return unlessMissing([left, right], sql`false`, sql.join(cases, sql` `));
  });
}

function containmentSql(core: Of<"contains" | "startsWith" | "in">, compilation: Compilation): SQL {
  const operands = [compilation.value(core.left), compilation.value(core.right)];
  const isScalar = (name: SQL) => sql`jsonb_typeof(${name}) in ('string', 'number', 'boolean')`;
  return compilation.once(operands, (left = sql`null`, right = sql`null`) => {
    const [a, b] = [jsonText(left), jsonText(right)];
    const strings = both(left, right, "string");
    if (core.step === "startsWith")
      return unlessMissing([left, right], sql`false`, sql`when ${strings} then starts_with(${a}, ${b})`);
    if (core.step === "contains") {
      const inList = sql`when jsonb_typeof(${left}) = 'array' and ${isScalar(right)} then ${left} @> ${right}`;
      return unlessMissing([left, right], sql`false`, sql`when ${strings} then strpos(${a}, ${b}) > 0 ${inList}`);
    }
    const item = compilation.alias();
    const other = sql`exists (select 1 from jsonb_array_elements(${right}) as ${item}(value) where jsonb_typeof(${item}.value) not in (jsonb_typeof(${left}), 'null'))`;
    return unlessMissing(
      [left, right],
      sql`false`,
      sql`when jsonb_typeof(${right}) = 'array' and ${isScalar(left)} then case when not ${other} then ${right} @> ${left} end`,
    );
  });
}

/** PostgreSQL's automaton: the pattern has no references back and nothing is captured, so it goes through the text once. */
function matchSql(core: Of<"matches">, compilation: Compilation): SQL {
  const pattern = writePostgresPattern(core.pattern);
  return compilation.once(
    [compilation.value(core.of)],
    (value = sql`null`) =>
      sql`case jsonb_typeof(${value}) when 'null' then false when 'string' then ${jsonText(value)} collate "C" ~ ${pattern}::text end`,
  );
}

/** A value where a condition is needed: missing is false, and anything but true and false is an error. */
function truthOfValue(core: Core, compilation: Compilation): SQL {
  return compilation.once(
    [compilation.value(core)],
    (value) => sql`case jsonb_typeof(${value}) when 'boolean' then ${value}::boolean when 'null' then false end`,
  );
}

/** The condition that a step is: a boolean, NULL for an error and for nothing else. */
export function compileTruth(core: Core, compilation: Compilation): SQL {
  if (!isCondition(core)) return truthOfValue(core, compilation);
  switch (core.step) {
    case "junction":
      return sql`(${sql.join(
        core.of.map((part) => compileTruth(part, compilation)),
        core.op === "and" ? sql` and ` : sql` or `,
      )})`;
    case "not":
      return sql`(not ${compileTruth(core.of, compilation)})`;
    case "compare":
      return compareSql(core, compilation);
    case "contains":
    case "startsWith":
    case "in":
      return containmentSql(core, compilation);
    case "missing":
      return sql`(${compilation.value(core.of)} = 'null'::jsonb)`;
    case "exists":
      return sql`(${compilation.value(core.of)} not in ('null'::jsonb, '""'::jsonb, '[]'::jsonb, '{}'::jsonb))`;
    case "matches":
      return matchSql(core, compilation);
    case "resolved":
      return compileResolution({ op: "resolved", relation: core.relation }, compilation.scope);
    case "reaches":
      return reachesSql(core, compilation);
    case "passes":
      return passesSql(core, compilation);
    case "each":
      return eachSql(core, compilation);
    default:
      return sql`null::boolean`;
  }
}

import { type SQL, sql } from "drizzle-orm";
import { arithmeticRange } from "../arithmetic.ts";
import type { Core } from "../core.ts";
import { queryLimits } from "../limits.ts";
import { type Compilation, emptyList, missingJson } from "./compilation.ts";

type Of<Step extends Core["step"]> = Extract<Core, { step: Step }>;
/** Goes through a list that has been worked out, unless it is missing, no list, or too long. */
function through(list: SQL, whenMissing: SQL, loop: SQL): SQL {
  const most = sql`${queryLimits.listElements}::integer`;
  return sql`case jsonb_typeof(${list}) when 'null' then ${whenMissing} when 'array' then case when jsonb_array_length(${list}) <= ${most} then ${loop} end end`;
}

/** `c` of every element: what the body is for it. Fenced, so that it is worked out once however often it is looked at. */
function outcomes(core: Of<"each">, list: SQL, compilation: Compilation): SQL {
  const element = compilation.alias();
  const body = compilation.withVariable(core.id, sql`${element}.value`, () =>
    core.what === "map" ? compilation.value(core.body) : compilation.truth(core.body),
  );
  return sql`(select ${element}.value, ${element}.n, ${body} as c from jsonb_array_elements(${list}) with ordinality as ${element}(value, n) offset 0)`;
}

/** `filter`, `map`, `any` and `all`; the last two as boolean, the others as jsonb. */
export function eachSql(core: Of<"each">, compilation: Compilation): SQL {
  return compilation.once([compilation.value(core.list)], (list = sql`null`) => {
    const result = compilation.alias();
    const rows = sql`from ${outcomes(core, list, compilation)} as ${result}`;
    const hasError = sql`bool_or(${result}.c is null)`;
    switch (core.what) {
      case "any":
        return through(
          list,
          sql`false`,
          sql`(select case when bool_or(${result}.c) then true when ${hasError} then null else false end ${rows})`,
        );
      case "all":
        return through(
          list,
          sql`true`,
          sql`(select case when bool_or(not ${result}.c) then false when ${hasError} then null else true end ${rows})`,
        );
      case "map":
        return through(
          list,
          missingJson,
          sql`(select case when ${hasError} then null else coalesce(jsonb_agg(${result}.c order by ${result}.n), ${emptyList}) end ${rows})`,
        );
      default:
        return through(
          list,
          missingJson,
          sql`(select case when ${hasError} then null else coalesce(jsonb_agg(${result}.value order by ${result}.n) filter (where ${result}.c), ${emptyList}) end ${rows})`,
        );
    }
  });
}

const folds: Record<Of<"fold">["what"], (column: SQL) => SQL> = {
  sum: (column) => sql`coalesce(sum(${column}), 0)`,
  min: (column) => sql`min(${column})`,
  max: (column) => sql`max(${column})`,
  average: (column) => sql`sum(${column}) / nullif(count(*), 0)`,
};

/** A figure about a list of numbers. Numbers are added in their order, as the interpreter does. */
export function foldSql(core: Of<"fold">, compilation: Compilation): SQL {
  return compilation.once([compilation.value(core.list)], (name = sql`null`) => {
    const [element, numbers] = [compilation.alias(), compilation.alias()];
    const number = sql`${element}.value::numeric`;
    const { least, most } = arithmeticRange;
    const usable = sql`${number} = 0 or abs(${number}) between ${String(least)}::numeric and ${String(most)}::numeric`;
    const column = sql`case when jsonb_typeof(${element}.value) = 'number' then case when ${usable} then ${number}::float8 end end`;
    const rows = sql`(select ${column} as v from jsonb_array_elements(${name}) as ${element}(value) offset 0) as ${numbers}`;
    const figure = sql`coalesce(to_jsonb(${folds[core.what](sql`${numbers}.v`)}), ${missingJson})`;
    return through(
      name,
      missingJson,
      sql`(select case when count(*) = count(${numbers}.v) then ${figure} end from ${rows})`,
    );
  });
}

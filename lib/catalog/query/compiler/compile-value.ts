import { type SQL, sql } from "drizzle-orm";
import { arithmeticRange } from "../arithmetic.ts";
import { askerValue } from "../asker.ts";
import { type Conversion, type Core, isCondition } from "../core.ts";
import { momentPattern } from "../moments.ts";
import { numeralPattern, versionPattern } from "../version.ts";
import { type Compilation, emptyList, jsonParameter, missingJson, unlessMissing } from "./compilation.ts";
import { eachSql, foldSql } from "./lists-sql.ts";
import { reachSql } from "./reach-sql.ts";
import { ownerSql, relationsCountSql, relationsSql } from "./relations-sql.ts";
import { rankSql, scoreSql } from "./score-sql.ts";
import { jsonAt, jsonText, milliseconds, placeColumn } from "./term-sql.ts";

type Of<Step extends Core["step"]> = Extract<Core, { step: Step }>;

function placeSql({ place }: Of<"place">, { scope }: Compilation): SQL {
  if ("path" in place) return sql`coalesce(${jsonAt(place, scope)}, ${missingJson})`;
  const column = placeColumn(place, scope);
  const isTime = place.field === "createdAt" || place.field === "updatedAt";
  return sql`coalesce(${isTime ? milliseconds(column) : sql`to_jsonb(${column})`}, ${missingJson})`;
}

/** Whether arithmetic works with a number: see `arithmetic.ts`. */
export function inRange(value: SQL): SQL {
  const { least, most } = arithmeticRange;
  return sql`(${value}::numeric = 0 or abs(${value}::numeric) between ${String(least)}::numeric and ${String(most)}::numeric)`;
}

function arithmeticSql(core: Of<"arithmetic">, compilation: Compilation): SQL {
  const operands = [compileValue(core.left, compilation), compileValue(core.right, compilation)];
  return compilation.once(operands, (left, right) => {
    if (left === undefined || right === undefined) return sql`null`;
    const [a, b] = [sql`${left}::numeric::float8`, sql`${right}::numeric::float8`];
    const whole = (value: SQL) =>
      sql`${value}::numeric = trunc(${value}::numeric) and abs(${value}::numeric) <= 9007199254740992`;
    const results: Record<Of<"arithmetic">["op"], SQL> = {
      "+": sql`to_jsonb(${a} + ${b})`,
      "-": sql`to_jsonb(${a} - ${b})`,
      "*": sql`to_jsonb(${a} * ${b})`,
      "/": sql`case when ${right}::numeric <> 0 then to_jsonb(${a} / ${b}) end`,
      "%": sql`case when ${right}::numeric <> 0 and ${whole(left)} and ${whole(right)} then to_jsonb(mod(${left}::numeric, ${right}::numeric)::float8) end`,
    };
    const numbers = sql`jsonb_typeof(${left}) = 'number' and jsonb_typeof(${right}) = 'number'`;
    return unlessMissing(
      [left, right],
      missingJson,
      sql`when ${numbers} then case when ${inRange(left)} and ${inRange(right)} then ${results[core.op]} end`,
    );
  });
}

function versionOf(text: SQL, compilation: Compilation): SQL {
  return compilation.once([sql`regexp_match(${text}, ${versionPattern}::text)`], (match) => {
    const parts = sql`'major', ${match}[1]::numeric, 'minor', ${match}[2]::numeric, 'patch', ${match}[3]::numeric, 'prerelease', substr(${match}[4], 2)`;
    return sql`case when ${match} is not null then jsonb_build_object(${parts}) end`;
  });
}

function convertText(to: Conversion, text: SQL, compilation: Compilation): SQL {
  if (to === "version") return versionOf(text, compilation);
  if (to === "number") return sql`case when ${text} ~ ${numeralPattern}::text then to_jsonb(${text}::float8) end`;
  const moment = sql`(${text} || case when length(${text}) = 10 then 'T00:00:00Z' else '' end)::timestamptz`;
  const isMoment = sql`${text} ~ ${momentPattern}::text and pg_input_is_valid(${text}, 'timestamptz')`;
  return sql`case when ${isMoment} then ${milliseconds(moment)} end`;
}

/** See `asText` of the interpreter. */
function textSql(of: Core, compilation: Compilation): SQL {
  return compilation.once([compileValue(of, compilation)], (value = sql`null`) => {
    const number = sql`${value}::numeric`;
    const isWhole = sql`${number} = trunc(${number}) and abs(${number}) <= 9007199254740991`;
    const scalars = sql`when 'string' then ${value} when 'boolean' then to_jsonb(${jsonText(value)})`;
    const whole = sql`when 'number' then case when ${isWhole} then to_jsonb(trunc(${number})::bigint::text) end`;
    return sql`case jsonb_typeof(${value}) ${scalars} ${whole} when 'array' then ${missingJson} when 'object' then ${missingJson} when 'null' then ${missingJson} end`;
  });
}

function convertSql(core: Of<"convert">, compilation: Compilation): SQL {
  if (core.to === "text") return textSql(core.of, compilation);
  return compilation.once([compileValue(core.of, compilation)], (value) => {
    const isNumber = core.to === "number" ? sql` when 'number' then ${value}` : sql``;
    const text = convertText(core.to, jsonText(value ?? sql`null`), compilation);
    return sql`case jsonb_typeof(${value}) when 'null' then ${missingJson}${isNumber} when 'string' then ${text} end`;
  });
}

function lengthSql(core: Of<"length">, compilation: Compilation): SQL {
  if (core.of.step === "relations") return relationsCountSql(core.of, compilation);
  return compilation.once(
    [compileValue(core.of, compilation)],
    (value = sql`null`) =>
      sql`case jsonb_typeof(${value}) when 'null' then ${missingJson} when 'string' then to_jsonb(char_length(${jsonText(value)})) when 'array' then to_jsonb(jsonb_array_length(${value})) end`,
  );
}

function listSql({ items }: Of<"list">, compilation: Compilation): SQL {
  const constants = items.flatMap((item) => (item.step === "constant" ? [item.value] : []));
  if (constants.length === items.length) return jsonParameter(constants);
  return compilation.once(
    items.map((item) => compileValue(item, compilation)),
    (...names) => {
      const isError = sql.join(
        names.map((name) => sql`${name} is null`),
        sql` or `,
      );
      return sql`case when ${isError} then null else jsonb_build_array(${sql.join(names, sql`, `)}) end`;
    },
  );
}

/** A value made of another one that is no error. */
function madeOf(of: Core, compilation: Compilation, make: (value: SQL) => SQL): SQL {
  return compilation.once(
    [compileValue(of, compilation)],
    (value = sql`null`) => sql`case when ${value} is not null then ${make(value)} end`,
  );
}

/** The jsonb that a step yields. */
export function compileValue(core: Core, compilation: Compilation): SQL {
  if (isCondition(core)) return sql`to_jsonb(${compilation.truth(core)})`;
  switch (core.step) {
    case "constant":
      return jsonParameter(core.value);
    case "now":
      return jsonParameter(compilation.scope.nowMs);
    case "place":
      return placeSql(core, compilation);
    case "relations":
      return relationsSql(core, compilation);
    case "reach":
      return reachSql(core, compilation);
    case "asker":
      return jsonParameter(askerValue(core.what, compilation.scope.asker));
    case "owner":
      return ownerSql(compilation.scope);
    case "verified":
      return sql`coalesce(${milliseconds(sql`${compilation.scope.entity}.verified_at`)}, ${missingJson})`;
    case "score":
      return scoreSql(core, compilation);
    case "rank":
      return rankSql(core, compilation);
    case "variable":
      return compilation.variable(core.id);
    case "member":
      return madeOf(core.of, compilation, (value) => sql`coalesce(${value} -> ${core.key}::text, ${missingJson})`);
    case "item":
      return madeOf(
        core.of,
        compilation,
        (value) =>
          sql`case when jsonb_typeof(${value}) = 'array' then coalesce(${value} -> ${core.index}::integer, ${missingJson}) else ${missingJson} end`,
      );
    case "object":
      return madeOf(core.value, compilation, (value) => sql`jsonb_build_object(${core.key}::text, ${value})`);
    case "presence":
      return madeOf(
        core.of,
        compilation,
        (value) => sql`case when ${value} = ${missingJson} then ${emptyList} else jsonb_build_array(${value}) end`,
      );
    case "values":
      return madeOf(
        core.of,
        compilation,
        (value) =>
          sql`case jsonb_typeof(${value}) when 'null' then ${emptyList} when 'array' then ${value} else jsonb_build_array(${value}) end`,
      );
    case "list":
      return listSql(core, compilation);
    case "each":
      return eachSql(core, compilation);
    case "fold":
      return foldSql(core, compilation);
    case "length":
      return lengthSql(core, compilation);
    case "arithmetic":
      return arithmeticSql(core, compilation);
    case "convert":
      return convertSql(core, compilation);
    default:
      return sql`null::jsonb`;
  }
}

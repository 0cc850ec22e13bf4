import { type SQL, sql } from "drizzle-orm";
import type { Derivation, Nearest } from "#lib/catalog/derived/derivations.ts";
import { endsOf } from "#lib/catalog/derived/find-affected.ts";
import { nearestProblem, walkSql } from "#lib/catalog/derived/nearest-sql.ts";
import { type AggregateFunction, type DerivedProperty, mirroredFields } from "#lib/catalog/derived/schema.ts";
import { compilePredicate } from "#lib/catalog/query/compiler/compile.ts";
import { compileJson } from "#lib/catalog/query/compiler/compile-expression.ts";
import { fieldColumns } from "#lib/catalog/query/compiler/term-sql.ts";
import { checkValue } from "#lib/catalog/query/elaboration/check-value.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";
import { holdsSql } from "#lib/catalog/relations/details-sql.ts";

type Scope = { orgId: string; now: Date };
type Of<Kind extends DerivedProperty["kind"]> = Extract<DerivedProperty, { kind: Kind }>;

/**
 * A sub-select over the entity `e` with two columns: `v`, the value as jsonb or NULL, and `p`, why there is none when that is not
 * simply because something is missing.
 */
export function valueSql(derivation: Derivation, scope: Scope): SQL {
  const { property } = derivation;
  if (property?.kind === "mirrored") return mirroredSql(derivation, property, scope);
  if (property?.kind === "aggregated") return aggregatedSql(derivation, property, scope);
  return property?.kind === "calculated"
    ? calculatedSql(property, scope)
    : sql`select null::jsonb as v, null::text as p`;
}

/** A sub-select over the entity `e` with the owner that it inherits, the entity it has it from, and `p`, why there is none; no row when that is simply so. */
export function ownerSql(derivation: Derivation, { orgId }: Scope): SQL {
  const { path, hops, nearest } = derivation;
  const end = aliasOf(path.length);
  if (nearest !== null) {
    const among = sql`any(${sql.param(nearest.among)}::text[])`;
    const walk = walkSql(derivation, orgId, {
      states: (of) =>
        sql`${of}.owner_ref is not null and (${of}.owner_from is null or ${of}.blueprint <> all(${sql.param(nearest.among)}::text[]))`,
      goesOn: (of) => sql`${of}.blueprint = ${among}`,
      isOne: true,
    });
    return sql`${walk} select o.ref, o.owner, o.via, case when o.ref is null then ${nearestProblem(derivation, "names an owner")} end as p
      from (select) x left join lateral (
        select t.owner_ref as ref, t.owner_id as owner, t.id as via from walk w cross join lateral unnest(w.found) f(id)
          join entities t on t.org_id = ${orgId}::uuid and t.id = f.id
        order by w.depth, t.blueprint collate "C", t.identifier collate "C" limit 1) o on true`;
  }
  return sql`select ${end}.owner_ref as ref, ${end}.owner_id as owner, ${end}.id as via, null::text as p ${pathSql(path, hops, orgId)} and ${end}.owner_ref is not null
    order by ${end}.blueprint collate "C", ${end}.identifier collate "C" limit 1`;
}

function calculatedSql(property: Of<"calculated">, { orgId, now }: Scope): SQL {
  const checked = checkValue(property.expression);
  if (!checked.ok) return sql`select null::jsonb as v, ${checked.error.message}::text as p`;
  const raw = compileJson(checked.core, { orgId, now, alias: "e" });
  const number = sql`jsonb_typeof(r.v) = 'number'`;
  const converted =
    checked.type.kind === "moment"
      ? sql`case when ${number} then to_jsonb(to_char(to_timestamp((r.v::numeric / 1000)::float8) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) else r.v end`
      : checked.type.kind === "duration"
        ? sql`case when ${number} then to_jsonb(round(r.v::numeric / 86400000, 6)) else r.v end`
        : sql`r.v`;
  return sql`select case when jsonb_typeof(c.v) = ${property.type} then c.v end as v,
      case when c.v is null then 'The expression has no answer: something in it has another type than it needs'
        when jsonb_typeof(c.v) not in ('null', ${property.type}) then 'The expression yields ' || jsonb_typeof(c.v) || ', not ' || ${property.type}::text end as p
    from (select ${converted} as v from (select ${raw} as v offset 0) r offset 0) c`;
}

function mirroredSql(derivation: Derivation, property: Of<"mirrored">, { orgId }: Scope): SQL {
  const { path, hops, isMany, nearest } = derivation;
  if (nearest !== null) return nearestMirroredSql(derivation, nearest, property, orgId);
  const end = aliasOf(path.length);
  const value = fieldSql(property.field, end);
  const from = pathSql(path, hops, orgId);
  if (!isMany)
    return sql`select (select ${value} ${from} order by ${end}.blueprint collate "C", ${end}.identifier collate "C" limit 1) as v, null::text as p`;
  return sql`select jsonb_agg(x.v order by x.v) as v, null::text as p from (select distinct ${value} as v ${from}) x where coalesce(x.v, 'null') <> 'null'`;
}

function nearestMirroredSql(derivation: Derivation, nearest: Nearest, { field }: Of<"mirrored">, orgId: string): SQL {
  const walk = walkSql(derivation, orgId, {
    states: (of) =>
      sql`${of}.blueprint <> all(${sql.param(nearest.among)}::text[]) and coalesce(${fieldSql(field, of)}, 'null') <> 'null'`,
    goesOn: () => sql`true`,
    isOne: !derivation.isMany,
  });
  const found = sql`from walk w cross join lateral unnest(w.found) f(id) join entities t on t.org_id = ${orgId}::uuid and t.id = f.id`;
  const value = fieldSql(field, sql`t`);
  const taken = derivation.isMany
    ? sql`select jsonb_agg(x.v order by x.v) as v from (select distinct ${value} as v ${found}) x`
    : sql`select (select ${value} ${found} order by w.depth, t.blueprint collate "C", t.identifier collate "C" limit 1) as v`;
  return sql`${walk} select y.v, case when y.v is null then ${nearestProblem(derivation, `has ${field.replace("properties.", "")}`)} end as p from (${taken}) y`;
}

function fieldSql(field: string, end: SQL): SQL {
  const name = mirroredFields.find((known) => known === field);
  const column = name === undefined ? undefined : fieldColumns[name];
  return column === undefined
    ? sql`${end}.properties -> ${field.slice("properties.".length)}::text`
    : sql`to_jsonb(${end}.${column})`;
}

const functions: Record<AggregateFunction, SQL> = {
  count: sql`to_jsonb(count(*))`,
  sum: sql`to_jsonb(coalesce(sum(x.n), 0))`,
  average: sql`to_jsonb(avg(x.n)::float8)`,
  minimum: sql`to_jsonb(min(x.n))`,
  maximum: sql`to_jsonb(max(x.n))`,
  median: sql`to_jsonb(percentile_cont(0.5) within group (order by x.n::float8))`,
};

function aggregatedSql(derivation: Derivation, property: Of<"aggregated">, scope: Scope): SQL {
  const name = property.property ?? "";
  const taken = (end: SQL) => sql`distinct ${end}.id, ${end}.properties -> ${name}::text as v`;
  const ends = derivation.isAnyDepth
    ? anyDepthSql(derivation, property, scope, taken)
    : fixedSql(derivation, property, scope, taken);
  if (property.function === "count") return sql`select ${functions.count} as v, null::text as p from (${ends}) x`;
  const isWrong = sql`coalesce(bool_or(jsonb_typeof(x.v) not in ('number', 'null')), false)`;
  return sql`select case when not ${isWrong} then ${functions[property.function]} end as v,
      case when ${isWrong} then ${`Something has a value of ${name} that is no number`}::text end as p
    from (select y.v, case when jsonb_typeof(y.v) = 'number' then y.v::numeric end as n from (${ends}) y) x`;
}

function fixedSql({ path, hops }: Derivation, property: Of<"aggregated">, scope: Scope, taken: (end: SQL) => SQL): SQL {
  const end = aliasOf(path.length);
  return sql`select ${taken(end)} ${pathSql(path, hops, scope.orgId)}${filterSql(property.filter, `t${path.length}`, scope)}`;
}

function anyDepthSql(
  { path, hops }: Derivation,
  property: Of<"aggregated">,
  scope: Scope,
  taken: (end: SQL) => SQL,
): SQL {
  const [step] = path;
  if (step === undefined) throw new Error("A path without a step");
  const { near, far } = endsOf(step);
  const org = sql`${scope.orgId}::uuid`;
  const kinds = sql`any(${sql.param(hops.at(-1) ?? [])}::text[])`;
  const onward = (
    from: SQL,
  ) => sql`select r.${far} from ${from} join relations r on r.org_id = ${org} and r.${near} = s.id and r.type = ${step.relation}
    cross join lateral (select k.blueprint, k.is_archived from entities k where k.org_id = ${org} and k.id = r.${far} offset 0) k
    where k.blueprint = ${kinds} and not k.is_archived and ${holdsSql(sql`r`)}`;
  return sql`
    with recursive reached(id) as (
      ${onward(sql`(select e.id) s`)} union ${onward(sql`reached s`)})
    select ${taken(sql`t1`)} from reached s join entities t1 on t1.org_id = ${org} and t1.id = s.id
    where t1.id <> e.id${filterSql(property.filter, "t1", scope)}`;
}

function filterSql(filter: string, alias: string, { orgId, now }: Scope): SQL {
  if (filter === "") return sql``;
  const parsed = parseQuery(filter);
  return parsed.ok ? sql` and ${compilePredicate(parsed.query, { orgId, now, alias })}` : sql` and false`;
}

function aliasOf(step: number): SQL {
  return sql`${sql.identifier(`t${step}`)}`;
}

/**
 * `from … where …` along a path from `e`; what is archived or of another kind than the path can meet is passed by. Each end is looked up
 * from its relation, behind `offset 0`: without statistics, as after a large import, the planner would read all entities of a kind instead.
 */
function pathSql(path: Derivation["path"], hops: string[][], orgId: string): SQL {
  const org = sql`${orgId}::uuid`;
  const parts = path.map((step, index) => {
    const { near, far } = endsOf(step);
    const relation = sql`${sql.identifier(`r${index + 1}`)}`;
    const end = aliasOf(index + 1);
    const before = index === 0 ? sql`e` : aliasOf(index);
    return {
      tables: sql`relations ${relation} cross join lateral (select t.* from entities t where t.org_id = ${org} and t.id = ${relation}.${far} offset 0) ${end}`,
      condition: sql`${relation}.org_id = ${org} and ${relation}.${near} = ${before}.id and ${relation}.type = ${step.relation}
        and ${holdsSql(relation)} and ${end}.blueprint = any(${sql.param(hops[index] ?? [])}::text[]) and not ${end}.is_archived`,
    };
  });
  const tables = parts.map((part) => part.tables);
  const conditions = parts.map((part) => part.condition);
  return sql`from ${sql.join(tables, sql` cross join `)} where ${sql.join(conditions, sql` and `)}`;
}

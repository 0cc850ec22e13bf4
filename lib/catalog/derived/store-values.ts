import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Derivation } from "#lib/catalog/derived/derivations.ts";
import type { Affected } from "#lib/catalog/derived/find-affected.ts";
import { isProgram } from "#lib/catalog/derived/read-plan.ts";
import { ownerProblem } from "#lib/catalog/derived/stated.ts";
import { ownerSql, valueSql } from "#lib/catalog/derived/value-sql.ts";
import { ownerText } from "#lib/catalog/entities/imports/to-row.ts";

// What is worked out stands in a CTE of its own: joined as it is, the planner may work it out for every pair of rows.
// A function takes a hundred arguments at most.
const pairsPerObject = 40;

/**
 * Works derivations of one level out for these entities and stores what they yield, one statement per kind. The rows must be locked.
 * Programs in jq are `store-programs.ts`'s.
 * @returns the entities for which something is different now
 */
export async function storeValues(
  tx: Transaction,
  orgId: string,
  derivations: Derivation[],
  entities: Affected[],
): Promise<string[]> {
  const changed = new Set<string>();
  for (const [kind, ids] of idsByKind(entities)) {
    const ofKind = derivations.filter((derivation) => derivation.kind === kind && !isProgram(derivation));
    const owner = ofKind.find(({ property }) => property === null);
    const properties = ofKind.filter(({ property }) => property !== null);
    const written = [
      ...(owner === undefined ? [] : await storeOwners(tx, orgId, owner, ids)),
      ...(properties.length === 0 ? [] : await storeProperties(tx, orgId, properties, ids)),
    ];
    for (const id of written) changed.add(id);
  }
  return [...changed];
}

/** Entities by their kind. */
export function idsByKind(entities: Affected[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, kind } of entities) groups.set(kind, [...(groups.get(kind) ?? []), id]);
  return groups;
}

async function storeProperties(
  tx: Transaction,
  orgId: string,
  derivations: Derivation[],
  ids: string[],
): Promise<string[]> {
  const scope = { orgId, now: new Date() };
  const names = derivations.map(({ property }) => property?.identifier ?? "");
  const values = derivations.map(
    (derivation, index) => sql`cross join lateral (${valueSql(derivation, scope)}) as ${sql.identifier(`d${index}`)}`,
  );
  const object = (column: "v" | "p") => {
    const pairs = names.map(
      (name, index) => sql`${name}::text, ${sql.identifier(`d${index}`)}.${sql.identifier(column)}`,
    );
    const objects = Array.from(
      { length: Math.ceil(pairs.length / pairsPerObject) },
      (_, index) =>
        sql`jsonb_build_object(${sql.join(pairs.slice(index * pairsPerObject, (index + 1) * pairsPerObject), sql`, `)})`,
    );
    return sql.join(objects, sql` || `);
  };
  const rows = await tx.execute<{ id: string }>(sql`
    with n as materialized (
      select e.id, ${object("v")} as derived,
        nullif((coalesce(e.derived_problems, '{}') - ${sql.param(names)}::text[]) || jsonb_strip_nulls(${object("p")}), '{}') as problems
      from entities e ${sql.join(values, sql` `)}
      where e.org_id = ${orgId}::uuid and e.id = any(${sql.param(ids)}::uuid[]))
    update entities e set derived = e.derived || n.derived, properties = e.properties || n.derived, derived_problems = n.problems
    from n
    where e.org_id = ${orgId}::uuid and e.id = n.id
      and (e.derived || n.derived <> e.derived or e.derived_problems is distinct from n.problems) returning e.id`);
  return rows.map(({ id }) => id);
}

async function storeOwners(tx: Transaction, orgId: string, derivation: Derivation, ids: string[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with n as materialized (
      select e.id, o.ref, o.owner, o.via, nullif((coalesce(e.derived_problems, '{}') - ${ownerProblem}::text) ||
        jsonb_strip_nulls(jsonb_build_object(${ownerProblem}::text, o.p)), '{}') as problems
      from entities e left join lateral (${ownerSql(derivation, { orgId, now: new Date() })}) o on true
      where e.org_id = ${orgId}::uuid and e.id = any(${sql.param(ids)}::uuid[]) and (e.owner_ref is null or e.owner_from is not null)
      union all
      select e.id, e.owner_ref, e.owner_id, null, nullif(e.derived_problems - ${ownerProblem}::text, '{}') from entities e
      where e.org_id = ${orgId}::uuid and e.id = any(${sql.param(ids)}::uuid[]) and e.owner_ref is not null and e.owner_from is null
        and jsonb_exists(e.derived_problems, ${ownerProblem}))
    update entities e set owner_ref = n.ref, owner_id = n.owner, owner_from = n.via, derived_problems = n.problems,
      search_text = split_part(e.search_text, chr(31), 1) || ${ownerText(sql`n.ref`)}
    from n
    where e.org_id = ${orgId}::uuid and e.id = n.id
      and (e.owner_ref, e.owner_id, e.owner_from, e.derived_problems) is distinct from (n.ref, n.owner, n.via, n.problems)
    returning e.id`);
  return rows.map(({ id }) => id);
}

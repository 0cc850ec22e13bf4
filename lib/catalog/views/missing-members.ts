import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { compiledQueryTransaction } from "#db/transactions.ts";
import type { FacetName } from "#lib/catalog/entities/lists/entity-filter.ts";
import { compilePredicate } from "#lib/catalog/query/compiler/compile.ts";
import { asAppError } from "#lib/kernel/errors.ts";

/** Nobody waits longer to hear that something is missing. */
const patience = "500ms";
// More names than this are not looked for one by one.
const mostNames = 40;

type Members = {
  properties: string[];
  /** Types of relations. */
  relations: string[];
};
type Scope = { orgId: string; blueprint: string | undefined };
export type FacetValue = { facet: FacetName; value: string };

/**
 * Those of some properties and relations that nothing in the catalog has, found in one statement. What takes too long to find out counts as
 * there.
 */
export async function findMissingMembers(wanted: Members, scope: Scope): Promise<Record<keyof Members, Set<string>>> {
  const [properties, relations] = [first(wanted.properties), first(wanted.relations)];
  const nothing = { properties: new Set<string>(), relations: new Set<string>() };
  if (properties.length + relations.length === 0) return nothing;
  try {
    return await compiledQueryTransaction(async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${patience}, true)`);
      const [row] = await tx.execute<Members>(missingStatement({ properties, relations }, scope));
      return { properties: new Set(row?.properties), relations: new Set(row?.relations) };
    });
  } catch (error) {
    if (asAppError(error).code !== "unavailable") throw error;
    return nothing;
  }
}

/** Those of some values of facets that nothing has, whatever else is filtered; read from the counts that are kept. */
export async function findMissingValues(tx: Transaction, values: FacetValue[], scope: Scope): Promise<FacetValue[]> {
  if (values.length === 0) return [];
  const ofKind = scope.blueprint === undefined ? sql`` : sql` and c.blueprint = ${scope.blueprint}`;
  const rows = await tx.execute<FacetValue>(sql`
    select v.facet, v.value from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(facet text, value text)
    where coalesce((select sum(c.count) from entity_counts c
      where c.org_id = ${scope.orgId}::uuid${ofKind} and c.facet = v.facet and c.value = v.value), 0) = 0`);
  return [...rows];
}

/** What of this is missing, as one row. Every table is held to the organization: no other guard applies to its role. */
export function missingStatement({ properties, relations }: Members, { orgId, blueprint }: Scope): SQL {
  const ofKind = blueprint === undefined ? sql`` : sql` and e.blueprint = ${blueprint}`;
  const hasProperty = (name: string) => {
    const exists = compilePredicate(
      { op: "exists", term: { path: ["properties", name] } },
      { orgId, now: new Date(0) },
    );
    return sql`select from entities as e where e.org_id = ${orgId}::uuid and not e.is_archived${ofKind} and ${exists}`;
  };
  const hasRelation = (type: string) =>
    sql`select from relations as r where r.org_id = ${orgId}::uuid and r.type = ${type}::text`;
  return sql`select ${missingOf(properties, hasProperty)} as properties, ${missingOf(relations, hasRelation)} as relations`;
}

function missingOf(names: string[], having: (name: string) => SQL): SQL {
  const each = names.map((name) => sql`case when not exists (${having(name)}) then ${name}::text end`);
  return names.length === 0 ? sql`'[]'::jsonb` : sql`to_jsonb(array_remove(array[${sql.join(each, sql`, `)}], null))`;
}

function first(names: string[]): string[] {
  return [...new Set(names)].slice(0, mostNames);
}

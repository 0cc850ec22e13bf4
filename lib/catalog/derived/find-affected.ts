import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Derivation } from "#lib/catalog/derived/derivations.ts";
import type { PathStep } from "#lib/catalog/derived/schema.ts";

export type Affected = { id: string; kind: string };

/**
 * The entities for which one of these derivations may yield something else after others were touched: paths are walked backwards from
 * wherever a touched entity can stand on them. In circles of relations this ends, because nothing is visited twice.
 */
export async function findAffected(
  tx: Transaction,
  orgId: string,
  derivations: Derivation[],
  touched: string[],
): Promise<Affected[]> {
  if (derivations.length === 0 || touched.length === 0) return [];
  // Kinds with the same path are asked about once.
  const ways = new Map<string, { derivation: Derivation; kinds: Set<string> }>();
  for (const derivation of derivations) {
    const key = JSON.stringify([
      derivation.path.map(({ relation, direction }) => [relation, direction]),
      derivation.isAnyDepth,
      derivation.property === null && derivation.nearest?.among,
    ]);
    const way = ways.get(key) ?? { derivation, kinds: new Set<string>() };
    way.kinds.add(derivation.kind);
    ways.set(key, way);
  }
  const parts = [...ways.values()].map(
    ({ derivation, kinds }) => sql`
      select e.id, e.blueprint as kind from (${backwards(orgId, derivation)}) w
      join entities e on e.org_id = ${orgId}::uuid and e.id = w.id and e.blueprint = any(${sql.param([...kinds])}::text[])`,
  );
  const rows = await tx.execute<Affected>(sql`
    with recursive touched as materialized (select distinct t.id from unnest(${sql.param(touched)}::uuid[]) as t(id))
    ${sql.join(parts, sql` union `)}`);
  return [...rows];
}

function backwards(orgId: string, { path, isAnyDepth, property, nearest }: Derivation): SQL {
  const [step] = path;
  if (isAnyDepth && step !== undefined) {
    const { near, far } = endsOf(step);
    // What names its owner itself keeps it, and so does what is below it; unless that was touched, which may be what changed.
    if (property === null && nearest !== null)
      return sql`with recursive reached(id, is_open) as (
        select t.id, true from touched t
        union select n.id, n.owner_ref is null or n.owner_from is not null
          from reached s join relations r on r.org_id = ${orgId}::uuid and r.${far} = s.id and r.type = ${step.relation}
          cross join lateral (select k.id, k.owner_ref, k.owner_from from entities k where k.org_id = ${orgId}::uuid and k.id = r.${near} offset 0) n
          where s.is_open)
        select distinct id from reached`;
    return sql`with recursive reached(id) as (
      select t.id from touched t
      union select r.${near} from reached s join relations r on r.org_id = ${orgId}::uuid and r.${far} = s.id and r.type = ${step.relation} where r.${near} is not null)
      select id from reached`;
  }
  return path.toReversed().reduce<SQL>((after, hop) => {
    const { near, far } = endsOf(hop);
    return sql`select t.id from touched t union select r.${near} from (${after}) s
      join relations r on r.org_id = ${orgId}::uuid and r.${far} = s.id and r.type = ${hop.relation} where r.${near} is not null`;
  }, sql`select t.id from touched t`);
}

/** The columns of a relation at which a step begins and ends. */
export function endsOf({ direction }: PathStep): { near: SQL; far: SQL } {
  return direction === "outgoing" ? { near: sql`from_id`, far: sql`to_id` } : { near: sql`to_id`, far: sql`from_id` };
}

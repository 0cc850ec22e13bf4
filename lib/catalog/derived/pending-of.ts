import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { pendingSince } from "#lib/catalog/derived/stated.ts";

/** What of a listed entity is not current: since when something derived is not, and whether its owner is among that. */
export type PendingPart = { pendingSince: string | null; isOwnerPending: boolean };

/** Whether anything at all is pending in an organization, which costs next to nothing to know. */
export async function hasPending(tx: Transaction, orgId: string): Promise<boolean> {
  const [row] = await tx.execute<{ isThere: boolean }>(sql`
    select exists (select from derived_pending p where p.org_id = ${orgId}::uuid)
      or exists (select from derived_recomputations c where c.org_id = ${orgId}::uuid) as "isThere"`);
  return row?.isThere === true;
}

/** Whether anything is derived in an organization: then its files say what of each row is not current. */
export async function hasDerived(tx: Transaction, orgId: string): Promise<boolean> {
  const [row] = await tx.execute<{ isThere: boolean }>(
    sql`select exists (select from blueprints b where b.org_id = ${orgId}::uuid and b.has_derived) as "isThere"`,
  );
  return row?.isThere === true;
}

/** Says of listed entities what of them is not current. `isAnyPending` is what {@link hasPending} answered: when nothing is, nothing is asked. */
export async function withPending<Item extends { id: string }>(
  tx: Transaction,
  orgId: string,
  isAnyPending: boolean,
  items: Item[],
): Promise<(Item & PendingPart)[]> {
  const found = isAnyPending ? await readPending(tx, orgId, items) : new Map<string, PendingPart>();
  return items.map((item) => ({ ...item, ...(found.get(item.id) ?? { pendingSince: null, isOwnerPending: false }) }));
}

async function readPending(tx: Transaction, orgId: string, items: { id: string }[]): Promise<Map<string, PendingPart>> {
  const ids = items.map(({ id }) => id);
  const rows = await tx.execute<PendingPart & { id: string }>(sql`
    select p.id, p.since as "pendingSince", p."isOwnerPending" from (
      select e.id, ${pendingSince(orgId)} as since,
        e.owner_from is not null or (e.owner_ref is null and coalesce(b.definition -> 'ownership' ->> 'type', 'direct') = 'inherited') as "isOwnerPending"
      from entities e join blueprints b on b.org_id = ${orgId}::uuid and b.identifier = e.blueprint
      where e.org_id = ${orgId}::uuid and e.id = any(${sql.param(ids)}::uuid[])) p where p.since is not null`);
  return new Map([...rows].map(({ id, ...part }) => [id, part]));
}

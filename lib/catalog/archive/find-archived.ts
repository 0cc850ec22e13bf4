import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

type Key = { blueprint: string; identifier: string };

/** Which of these entities are archived, as `blueprint:identifier`. Costs nothing where nothing is. */
export async function findArchived(tx: Transaction, org: string, entities: Key[]): Promise<Set<string>> {
  const [row] = await tx.execute<{ isThere: boolean }>(
    sql`select exists (select from entities e where e.org_id = ${org}::uuid and e.is_archived) as "isThere"`,
  );
  if (row?.isThere !== true || entities.length === 0) return new Set();
  const names = JSON.stringify(entities.map(({ blueprint, identifier }) => ({ blueprint, identifier })));
  const rows = await tx.execute<{ name: string }>(sql`
    select e.blueprint || ':' || e.identifier as name from jsonb_to_recordset(${names}::jsonb) as r(blueprint text, identifier text)
    join entities e on e.org_id = ${org}::uuid and e.blueprint = r.blueprint and e.identifier = r.identifier and e.is_archived`);
  return new Set(rows.map(({ name }) => name));
}

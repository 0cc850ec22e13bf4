import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";

/** The kinds of an organization whose entities have to be confirmed, with how often. */
export async function readPeriods(tx: Transaction, orgId: string): Promise<{ blueprint: string; days: number }[]> {
  const blueprints = await readBlueprints(tx, orgId);
  return [...blueprints.values()].flatMap(({ identifier, definition: { verificationDays } }) =>
    verificationDays === null ? [] : [{ blueprint: identifier, days: verificationDays }],
  );
}

/** When an entity `e` of a kind with a period `p` is due. */
export const dueAt = sql`(coalesce(e.verified_at, e.created_at) + make_interval(days => p.days))`;

/** The entities of kinds with a period: `p` and `e`, for a FROM. */
export function entitiesWithPeriod(orgId: string, periods: { blueprint: string; days: number }[]): SQL {
  return sql`jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as p(blueprint text, days integer)
    join entities e on e.org_id = ${orgId}::uuid and e.blueprint = p.blueprint and not e.is_archived`;
}

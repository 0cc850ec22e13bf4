import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { makeSyntheticEntities } from "#db/seed/synthetic.ts";
import { closeTestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";

afterAll(closeTestDatabase);

test("an organization that the planner does not know yet is imported without reading its entities again for every row", async () => {
  await testDatabase();
  const org = await testOrg();
  const entities = [...makeSyntheticEntities(6000)];
  const source = { kind: "paste", name: "test", location: "test" } as const;
  const read = await tenantTransaction({ orgId: org.id }, async (tx) => {
    await upsertEntities({ ctx: org.as("member"), tx, emit: async () => {} }, { source, entities });
    const [seen] = await tx.execute<{ read: number }>(sql`
      select (coalesce(sum(t.idx_tup_fetch), 0) + coalesce(sum(t.seq_tup_read), 0))::integer as read
      from pg_stat_xact_user_tables t where t.relname = 'entities'`);
    return seen?.read ?? Number.NaN;
  });
  expect(read).toBeLessThan(entities.length * 50);
}, 120_000);

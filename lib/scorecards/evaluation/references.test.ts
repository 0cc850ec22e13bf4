import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { deleteEntity } from "#lib/catalog/archive/delete-entity.ts";
import { deleteBlueprint } from "#lib/catalog/blueprints/delete-blueprint.ts";
import { evaluateScorecards } from "#lib/scorecards/evaluation/evaluate-scorecards.ts";
import { createScorecard } from "#lib/scorecards/scorecards/create-scorecard.ts";
import { deleteScorecard } from "#lib/scorecards/scorecards/delete-scorecard.ts";
import { component, definition, importInto } from "#lib/scorecards/testing.ts";

// The database does not ask for each row whether what it points at is there. Here is that nothing is left over all the same.
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const dependent = { relations: [{ type: "dependsOn", blueprint: "component", identifier: "library" }] };

/** Rows of an organization that point at something that is gone, by table. */
async function leftOver(org: TestOrg): Promise<Record<string, number>> {
  const [row] = await database.owner<Record<string, number>[]>`
    with orphan as (
      select 'relations' as name from relations r where r.org_id = ${org.id} and not exists (select 1 from entities e where e.org_id = r.org_id and e.id = r.from_id)
      union all select 'versions' from entity_versions v where v.org_id = ${org.id} and not exists (select 1 from entities e where e.org_id = v.org_id and e.id = v.entity_id)
      union all select 'levels' from scorecard_levels l where l.org_id = ${org.id} and not (
        exists (select 1 from entities e where e.org_id = l.org_id and e.id = l.entity_id) and exists (select 1 from scorecards s where s.org_id = l.org_id and s.id = l.scorecard_id))
      union all select 'changes' from level_changes c where c.org_id = ${org.id} and not (
        exists (select 1 from entities e where e.org_id = c.org_id and e.id = c.entity_id) and exists (select 1 from scorecards s where s.org_id = c.org_id and s.id = c.scorecard_id))
      union all select 'kinds' from entities e where e.org_id = ${org.id} and not exists (select 1 from blueprints b where b.org_id = e.org_id and b.identifier = e.blueprint))
    select coalesce(jsonb_object_agg(o.name, o.count), '{}') as found from (select name, count(*) from orphan group by name) o`;
  return (row?.["found"] ?? {}) as Record<string, number>;
}

async function countOf(org: TestOrg, table: string): Promise<number> {
  const [row] = await database.owner.unsafe<{ count: number }[]>(
    `select count(*)::integer from ${table} where org_id = $1`,
    [org.id],
  );
  return row?.count ?? Number.NaN;
}

test("what belongs to a deleted entity goes with it, and what belongs to others stays", async () => {
  const org = await testOrg();
  await importInto(org, [component("library"), component("app", dependent)]);
  expect(await countOf(org, "scorecard_levels")).toBe(2);
  await deleteEntity.call(org.as("admin"), { blueprint: "component", identifier: "app" });
  expect(await leftOver(org)).toEqual({});
  for (const table of ["entity_versions", "scorecard_levels", "level_changes"])
    expect(await countOf(org, table)).toBe(1);
  expect(await countOf(org, "relations")).toBe(0);
});

test("the scores of a deleted scorecard go with it, and those of others stay", async () => {
  const org = await testOrg();
  await createScorecard.call(org.as("admin"), definition());
  await importInto(org, [component("library")]);
  expect(await countOf(org, "scorecard_levels")).toBe(2);
  await deleteScorecard.call(org.as("admin"), { identifier: "readiness" });
  expect(await leftOver(org)).toEqual({});
  expect(await countOf(org, "scorecard_levels")).toBe(1);
});

test("whoever deletes while scores are worked out waits, and none is left of what is gone", async () => {
  const org = await testOrg();
  await createScorecard.call(org.as("admin"), definition());
  await importInto(org, [component("library"), component("app", dependent)]);
  await database.owner`delete from scorecard_levels where org_id = ${org.id}`;
  let deletions: Promise<unknown> = Promise.resolve();
  await tenantTransaction({ orgId: org.id }, async (tx) => {
    await evaluateScorecards({ orgId: org.id, tx });
    deletions = Promise.all([
      deleteEntity.call(org.as("admin"), { blueprint: "component", identifier: "app" }),
      deleteScorecard.call(org.as("admin"), { identifier: "readiness" }),
    ]);
    await waitersOf(2);
  });
  await deletions;
  expect(await leftOver(org)).toEqual({});
  expect(await countOf(org, "scorecard_levels")).toBe(1);
});

test("a kind that is not there is refused by the database, and one that is used stays", async () => {
  const org = await testOrg();
  await importInto(org, [component("library")]);
  const insert = sql`insert into entities (org_id, blueprint, identifier, title, content_hash, search_text)
    values (${org.id}::uuid, 'nothing', 'a', 'a', '', '')`;
  const foreignKey = expect.objectContaining({ cause: expect.objectContaining({ code: "23503" }) });
  await expect(tenantTransaction({ orgId: org.id }, (tx) => tx.execute(insert))).rejects.toEqual(foreignKey);
  const remove = sql`delete from blueprints where org_id = ${org.id}::uuid and identifier = 'component'`;
  await expect(tenantTransaction({ orgId: org.id }, (tx) => tx.execute(remove))).rejects.toEqual(foreignKey);
});

test("whoever deletes a kind waits for an import of it, and deletes what came", async () => {
  const org = await testOrg();
  await importInto(org, [component("library", { blueprint: "gadget" })]);
  let deletion: Promise<unknown> = Promise.resolve();
  await tenantTransaction({ orgId: org.id }, async (tx) => {
    await tx.execute(sql`insert into entities (org_id, blueprint, identifier, title, content_hash, search_text)
      values (${org.id}::uuid, 'gadget', 'late', 'late', '', '')`);
    deletion = deleteBlueprint.call(org.as("admin"), { identifier: "gadget", entities: "delete", relations: "drop" });
    await waitersOf(1);
  });
  expect(await deletion).toEqual({ identifier: "gadget", deletedEntities: 2 });
  expect(await leftOver(org)).toEqual({});
});

/** Until this many transactions of this database wait for a lock. */
async function waitersOf(count: number): Promise<void> {
  for (;;) {
    const waiting = await database.owner`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (waiting.length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

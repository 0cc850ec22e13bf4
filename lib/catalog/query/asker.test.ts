import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { countEntities } from "#lib/catalog/entities/lists/count-entities.ts";
import { exportEntities } from "#lib/catalog/entities/lists/export-entities.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { listGroups } from "#lib/catalog/entities/lists/list-groups.ts";
import { countQuery } from "#lib/catalog/queries/count-query.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";
import { createScorecard } from "#lib/scorecards/scorecards/create-scorecard.ts";
import { definition } from "#lib/scorecards/testing.ts";

let database: TestDatabase;
let org: TestOrg;
const query = "owner in me.teams() or owner = me.entity()";
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
  const email = org.as("member").actor.email;
  await storeEntities(org, [
    testEntity("ada", {
      blueprint: "user",
      properties: { email },
      relations: [{ type: "memberOf", blueprint: "group", identifier: "payments" }],
    }),
    testEntity("payments", { blueprint: "group" }),
    testEntity("api", { ownerRef: "group:payments" }),
    testEntity("notes", { ownerRef: "user:ada" }),
    testEntity("other", { ownerRef: "group:search" }),
  ]);
});
afterAll(closeTestDatabase);

test("everybody finds what is theirs, in every list", async () => {
  expect(org.as("member").actor.email).toBeDefined();
  const mine = org.as("member");
  const { items } = await listEntities.call(mine, { query, limit: 10 });
  expect(items.map(({ identifier }) => identifier)).toEqual(["api", "notes"]);
  const exported = await exportEntities.call(mine, { query });
  expect(exported.items.map(({ identifier }) => identifier)).toEqual(["api", "notes"]);
  expect(await countQuery.call(mine, { text: query })).toMatchObject({ matches: 2 });
  expect((await countEntities.call(mine, { query })).total).toBe(2);
  const groups = await listGroups.call(mine, { query, by: "owner" });
  expect(groups.groups.map(({ count }) => count)).toEqual([1, 1]);
});

test("whoever is nobody of the catalog finds nothing, and is told nothing of others", async () => {
  const { items } = await listEntities.call(org.as("viewer"), { query, limit: 10 });
  expect(items).toEqual([]);
});

test("a rule of a scorecard cannot ask for who asks", async () => {
  const rule = { identifier: "mine", title: "Mine", level: "Ready", query: "owner in me.teams()", remedy: "-" };
  await expect(createScorecard.call(org.as("admin"), definition({ rules: [rule] }))).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "rules.0.query", message: expect.stringContaining("cannot ask for me") }],
  });
  expect(
    await database.owner`select 1 from scorecards where org_id = ${org.id} and identifier = 'readiness'`,
  ).toHaveLength(0);
});

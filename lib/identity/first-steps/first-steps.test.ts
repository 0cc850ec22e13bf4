import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";
import { getFirstSteps } from "#lib/identity/first-steps/get-first-steps.ts";
import { hideFirstSteps } from "#lib/identity/first-steps/hide-first-steps.ts";
import { createKey } from "#lib/identity/keys/create-key.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
});
afterAll(closeTestDatabase);

const stepsOf = (of: TestOrg, role: "viewer" | "admin" = "admin") => getFirstSteps.call(of.as(role), {});

test("a step is done when its rows are there, in this organization", async () => {
  const other = await testOrg();
  const before = await stepsOf(org);
  // The test organization has three people.
  expect(before).toMatchObject({ counts: { import: 0, scorecard: 0, invite: 2, run: 0, key: 0, deployment: 0 } });
  expect(before.hasEntities).toBe(false);
  await createKey.call(org.as("admin"), { name: "Pipeline", scopes: ["entity:read"], expiresInDays: 30 });
  await storeEntities(org, [testEntity("pay", { blueprint: "component" })]);
  const after = await stepsOf(org);
  expect(after.counts.key).toBe(1);
  expect(after.counts.import).toBeGreaterThan(0);
  expect(after.hasEntities).toBe(true);
  expect(await stepsOf(other)).toEqual(before);
});

test("somebody puts them away for themselves alone, and it is audited", async () => {
  await hideFirstSteps.call(org.as("viewer"), { isHidden: true });
  expect((await stepsOf(org, "viewer")).isHidden).toBe(true);
  expect((await stepsOf(org, "admin")).isHidden).toBe(false);
  await hideFirstSteps.call(org.as("viewer"), { isHidden: false });
  expect((await stepsOf(org, "viewer")).isHidden).toBe(false);
  const audited = await database.owner`
    select after from audit_entries where org_id = ${org.id} and operation = 'first-steps.hide' order by at`;
  expect(audited.map((row) => row["after"])).toEqual([{ firstStepsHidden: true }, { firstStepsHidden: false }]);
});

test("a key puts nothing away for its creator, and bad input names its field", async () => {
  const ctx = org.as("admin");
  const asKey = { ...ctx, actor: { ...ctx.actor, kind: "key" as const } };
  await expect(hideFirstSteps.call(asKey, { isHidden: true })).rejects.toMatchObject({ code: "forbidden" });
  await expect(hideFirstSteps.call(ctx, { isHidden: "yes" as never })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "isHidden" }],
  });
  const nobody = { ...ctx, can: () => false };
  await expect(hideFirstSteps.call(nobody, { isHidden: true })).rejects.toMatchObject({ code: "forbidden" });
});

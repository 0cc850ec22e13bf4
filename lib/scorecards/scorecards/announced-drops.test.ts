import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { announceDrops, type LevelDrop } from "#lib/scorecards/evaluation/announce-drops.ts";
import { createScorecard } from "#lib/scorecards/scorecards/create-scorecard.ts";
import { deleteScorecard } from "#lib/scorecards/scorecards/delete-scorecard.ts";
import { updateScorecard } from "#lib/scorecards/scorecards/update-scorecard.ts";
import { component, definition, importInto } from "#lib/scorecards/testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const rule = (identifier: string, level: string, query: string) => ({
  identifier,
  title: identifier,
  level,
  query,
  remedy: "Fix it.",
});
/** What was announced since the last look, in how many events. */
async function announced(org: TestOrg): Promise<number[]> {
  const rows = await database.owner<{ count: number }[]>`
    delete from outbox_events where org_id = ${org.id} and topic = 'scorecard.dropped' returning (payload ->> 'count')::int as count`;
  return rows.map(({ count }) => count);
}

const tiers = { levels: ["Bronze", "Gold"] };
const named = (query: string) =>
  definition({ ...tiers, rules: [rule("a", "Bronze", "title exists"), rule("b", "Gold", query)] });

test("a stricter scorecard tells of whom it drops, once, and a milder one of nobody", async () => {
  const org = await testOrg();
  const admin = org.as("admin");
  await importInto(org, [
    component("one", { type: "service", lifecycle: "production" }),
    component("two", { type: "service" }),
    component("three"),
  ]);
  await createScorecard.call(admin, named("type exists"));
  expect(await announced(org)).toEqual([]);
  await updateScorecard.call(admin, named("type exists and lifecycle exists"));
  expect(await announced(org)).toEqual([1]);
  // The same again drops nobody, and nor does what it was before.
  await updateScorecard.call(admin, named("type exists and lifecycle exists"));
  await updateScorecard.call(admin, named("type exists"));
  expect(await announced(org)).toEqual([]);
  await updateScorecard.call(admin, named("description exists"));
  expect(await announced(org)).toEqual([2]);
  // A filter that leaves something out is no drop of it.
  await updateScorecard.call(admin, { ...named("description exists"), filter: 'type = "library"' });
  expect(await announced(org)).toEqual([]);
});

test("levels that come, go and are renamed are no drops by themselves", async () => {
  const org = await testOrg();
  const admin = org.as("admin");
  await importInto(org, [component("one", { type: "service" }), component("two")]);
  const levels = (names: string[], rules: ReturnType<typeof rule>[]) => definition({ levels: names, rules });
  await createScorecard.call(
    admin,
    levels(["Bronze", "Gold"], [rule("a", "Bronze", "title exists"), rule("b", "Gold", "type exists")]),
  );
  // Gold was the second and is the only one.
  await updateScorecard.call(admin, levels(["Gold"], [rule("b", "Gold", "type exists")]));
  expect(await announced(org)).toEqual([]);
  await updateScorecard.call(admin, levels(["Best"], [rule("b", "Best", "type exists")]));
  expect(await announced(org)).toEqual([]);
  // A first level below it, which has a rule of its own that fails: who was best is nothing now.
  await updateScorecard.call(
    admin,
    levels(["First", "Best"], [rule("a", "First", "description exists"), rule("b", "Best", "type exists")]),
  );
  expect(await announced(org)).toEqual([1]);
});

test("scorecards that ask about one that came, changed or went tell of their drops, too", async () => {
  const org = await testOrg();
  const admin = org.as("admin");
  await importInto(org, [component("one", { type: "service" })]);
  await createScorecard.call(admin, named("type exists"));
  const asking = rule("asks", "Ready", 'scorecard("readiness").level = "Gold"');
  await createScorecard.call(admin, definition({ identifier: "asking", title: "Asking", rules: [asking] }));
  expect(await announced(org)).toEqual([]);
  await updateScorecard.call(admin, named("description exists"));
  expect(await announced(org)).toEqual([2]);
  await updateScorecard.call(admin, named("type exists"));
  await deleteScorecard.call(admin, { identifier: "readiness" });
  expect(await announced(org)).toEqual([1]);
});

test("a drop is told by the name that the level had", async () => {
  const org = await testOrg();
  const { id } = await createScorecard.call(org.as("admin"), named("type exists"));
  const entityId = "0190c0de-0000-7000-8000-000000000001";
  const told: LevelDrop[] = [];
  await tenantTransaction({ orgId: org.id }, (tx) =>
    announceDrops(
      {
        orgId: org.id,
        tx,
        emit: async ({ detail }) => {
          told.push(...(detail as { drops: LevelDrop[] }).drops);
        },
      },
      [{ scorecardId: id, entityId, fromLevel: 3, toLevel: 1 }],
      { scorecardId: id, before: ["Bronze", "Gold", "Platinum"], after: ["Bronze", "Gold"] },
    ),
  );
  expect(told).toMatchObject([{ fromName: "Platinum", toName: "Bronze" }]);
});

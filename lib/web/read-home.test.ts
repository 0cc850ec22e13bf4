import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import type { Context } from "#lib/kernel/context.ts";
import { listEntityLevels } from "#lib/scorecards/results/list-entity-levels.ts";
import { listFailures } from "#lib/scorecards/results/list-failures.ts";
import { listLevelChanges } from "#lib/scorecards/results/list-level-changes.ts";
import { listStandings } from "#lib/scorecards/results/list-standings.ts";
import { createScorecard } from "#lib/scorecards/scorecards/create-scorecard.ts";
import { component, definition, importInto, ownedBy } from "#lib/scorecards/testing.ts";
import { readHome } from "#lib/web/read-home.ts";

let database: TestDatabase;
let org: TestOrg;

beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
  await createScorecard.call(org.as("admin"), definition());
  await importInto(org, [
    component("payouts", ownedBy("payments")),
    component("ledger", ownedBy("payments", { type: "service" })),
    component("elsewhere", ownedBy("search")),
  ]);
  await importInto(org, [
    component("payouts", ownedBy("payments", { type: "service" })),
    component("ledger", ownedBy("payments")),
  ]);
  await database.owner`
    update memberships set team_ref = 'group:payments' where org_id = ${org.id} and person_id = ${org.as("member").actor.personId ?? null}`;
});
afterAll(closeTestDatabase);

/** The statements that reading takes, without those that begin and end transactions. */
async function statementsOf(
  ctx: Context,
): Promise<{ home: Awaited<ReturnType<typeof readHome>>; statements: string[] }> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  const home = await readHome(ctx);
  const texts = sent.mock.calls.map(([query]) =>
    typeof query === "string" ? query : Reflect.get(Object(query), "text"),
  );
  sent.mockRestore();
  return { home, statements: texts.map(String).filter((text) => !/^\s*(begin|commit)/i.test(text)) };
}

test("home takes at most eight statements, for who owns something and for who does not", async () => {
  for (const role of ["member", "viewer"] as const) {
    const ctx = org.as(role);
    await readHome(ctx);
    const { home, statements } = await statementsOf(ctx);
    expect(home.mine.entities.map((entity) => entity.identifier)).toEqual(
      role === "member" ? ["ledger", "payouts"] : [],
    );
    expect(home.firstSteps.hasEntities).toBe(true);
    expect(home.levels.length > 0).toBe(role === "member");
    expect(home.levelChanges.length).toBeGreaterThan(0);
    expect(statements.length, statements.join("\n---\n")).toBeLessThanOrEqual(8);
    expect(statements.length).toBeGreaterThan(4);
  }
});

test("an organization without entities is empty", async () => {
  expect((await readHome((await testOrg()).as("member"))).firstSteps.hasEntities).toBe(false);
});

test("standings are what the three lists say, and another organization has none of them", async () => {
  const { entities } = (await readHome(org.as("member"))).mine;
  const entityIds = entities.map((entity) => entity.id);
  const ctx = org.as("viewer");
  const standings = await listStandings.call(ctx, { entityIds });
  expect(standings.levels).toEqual((await listEntityLevels.call(ctx, { entityIds })).levels);
  expect(standings.failures).toEqual((await listFailures.call(ctx, { entityIds })).failures);
  expect(standings.changes).toEqual((await listLevelChanges.call(ctx, { entityIds })).changes);
  expect(standings.levels.length).toBeGreaterThanOrEqual(2);
  expect(standings.failures.map((failure) => failure.entityId)).toContain(
    entities.find((entity) => entity.identifier === "ledger")?.id,
  );
  expect(standings.changes.length).toBeGreaterThan(0);
  const all = await listStandings.call(ctx, {});
  expect(all).toEqual({ levels: [], failures: [], changes: (await listLevelChanges.call(ctx, {})).changes });
  expect(await listStandings.call((await testOrg()).as("admin"), { entityIds })).toEqual({
    levels: [],
    failures: [],
    changes: [],
  });
});

test("standings of what is no id are refused with the name of the field", async () => {
  await expect(listStandings.call(org.as("viewer"), { entityIds: ["x"] })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: expect.stringContaining("entityIds") }],
  });
});

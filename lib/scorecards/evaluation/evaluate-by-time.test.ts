import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import type { Context } from "#lib/kernel/context.ts";
import { evaluateByTime } from "#lib/scorecards/evaluation/evaluate-by-time.ts";
import { createScorecard } from "#lib/scorecards/scorecards/create-scorecard.ts";
import { deleteScorecard } from "#lib/scorecards/scorecards/delete-scorecard.ts";
import { component, definition, importInto } from "#lib/scorecards/testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const hourMs = 3_600_000;
const fresh = (query: string, identifier = "fresh") =>
  definition({
    ...{ identifier, title: identifier },
    rules: [{ identifier: "fresh", title: "Fresh", level: "Ready", query, remedy: "Change it." }],
  });

const look = (org: TestOrg) =>
  evaluateByTime.run({
    ctx: org.as("admin") as Context,
    payload: {},
    attempt: 1,
    signal: new AbortController().signal,
  });

async function levels(org: TestOrg, scorecard: string): Promise<Record<string, number>> {
  const rows = await database.owner`
    select e.identifier, l.level from scorecard_levels l join scorecards s on s.org_id = l.org_id and s.id = l.scorecard_id
    join entities e on e.org_id = l.org_id and e.id = l.entity_id where l.org_id = ${org.id} and s.identifier = ${scorecard}`;
  return Object.fromEntries(rows.map((row) => [row["identifier"], row["level"]]));
}

const waiting = (org: TestOrg) => database.owner`
  select run_at from graphile_worker._private_jobs where payload ->> 'orgId' = ${org.id} and key like '%scorecard.evaluate-by-time%'`;

test("a rule about time is evaluated again when nothing but time has passed", async () => {
  const org = await testOrg();
  const until = new Date(Date.now() + hourMs).toISOString();
  const later = new Date(Date.now() + 100 * hourMs).toISOString();
  await importInto(org, [
    component("soon", { properties: { until } }),
    component("later", { properties: { until: later } }),
  ]);
  await createScorecard.call(org.as("admin"), fresh("timestamp(properties.until) > now()"));
  // One that asks about the first changes with it.
  await createScorecard.call(org.as("admin"), fresh('scorecard("fresh").level = "Ready"', "second"));
  await createScorecard.call(org.as("admin"), fresh("type is empty", "timeless"));
  expect(await levels(org, "fresh")).toEqual({ soon: 1, later: 1 });
  expect(await waiting(org)).toHaveLength(1);
  const written =
    await database.owner`select xmin::text, scorecard_id, entity_id from scorecard_levels where org_id = ${org.id}`;

  // As if two hours had gone by: it was until then, and nobody is told of anything.
  const past = new Date(Date.now() - hourMs).toISOString();
  await database.owner`
    update entities set properties = jsonb_build_object('until', ${past}::text) where org_id = ${org.id} and identifier = 'soon'`;
  await look(org);
  expect(await levels(org, "fresh")).toEqual({ soon: 0, later: 1 });
  expect(await levels(org, "second")).toEqual({ soon: 0, later: 1 });
  // Only what is different was written.
  const after =
    await database.owner`select xmin::text, scorecard_id, entity_id from scorecard_levels where org_id = ${org.id}`;
  const before = new Set(written.map((row) => JSON.stringify(row)));
  expect(after.filter((row) => !before.has(JSON.stringify(row)))).toHaveLength(2);
  const events =
    await database.owner`select topic from outbox_events where org_id = ${org.id} and topic like 'scorecard.%'`;
  expect(events.map((row) => row["topic"])).toEqual(
    expect.arrayContaining(["scorecard.dropped", "scorecard.reevaluated"]),
  );
  expect(await waiting(org)).toHaveLength(1);
});

test("the looks end with the last rule about time, and say nothing while nothing changes", async () => {
  const org = await testOrg();
  await importInto(org, [component("one")]);
  await createScorecard.call(org.as("admin"), fresh("age(updatedAt) < 30 days"));
  await look(org);
  expect(
    await database.owner`select 1 from outbox_events where org_id = ${org.id} and topic = 'scorecard.reevaluated'`,
  ).toEqual([]);
  await deleteScorecard.call(org.as("admin"), { identifier: "fresh" });
  await database.owner`delete from graphile_worker._private_jobs where payload ->> 'orgId' = ${org.id}`;
  await look(org);
  expect(await waiting(org)).toHaveLength(0);
});

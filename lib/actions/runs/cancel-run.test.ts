import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { repositoryPath } from "#lib/actions/repositories/repository-path.ts";
import { cancelRun } from "#lib/actions/runs/cancel-run.ts";
import { claimRun, fencedTransaction, SupersededError } from "#lib/actions/runs/claim-run.ts";
import { getRun } from "#lib/actions/runs/get-run.ts";
import { listRuns } from "#lib/actions/runs/list-runs.ts";
import { startRun } from "#lib/actions/runs/start-run.ts";
import { addTestTeam, serviceInputs, useTestDataDirectory, workOn } from "#lib/actions/testing.ts";
import { ensureBlueprints } from "#lib/catalog/blueprints/ensure-blueprints.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  useTestDataDirectory();
  database = await testDatabase();
  org = await testOrg();
  await addTestTeam(org);
});
afterAll(closeTestDatabase);

const start = (name: string) =>
  startRun.call(org.as("member"), { identifier: "create-service", inputs: serviceInputs({ name }) });
const operationsOn = async (id: string) =>
  (
    await database.owner`select operation from audit_entries where org_id = ${org.id} and subject_id = ${id} order by at, id`
  ).map((row) => row["operation"]);

test("a run that waits is cancelled at once, and the worker leaves it alone", async () => {
  const { id, number } = await start("waiting");
  expect(await cancelRun.call(org.as("member"), { number })).toEqual({ number, status: "cancelled" });
  await workOn(org, id);
  const run = await getRun.call(org.as("viewer"), { number });
  expect([run.status, run.attempt]).toEqual(["cancelled", 0]);
  expect(run.steps.map((step) => step.status)).toEqual(["skipped", "skipped", "skipped", "skipped", "skipped"]);
  expect(await operationsOn(id)).toEqual(["run.start", "run.cancel"]);
  await expect(cancelRun.call(org.as("member"), { number })).rejects.toMatchObject({ code: "conflict" });
  // Its name is free again.
  await start("waiting");
});

test("a run that works ends before its next step, and takes back what nobody can have used", async () => {
  const { id, number } = await start("working");
  await database.owner`update runs set status = 'running' where id = ${id}`;
  expect(await cancelRun.call(org.as("member"), { number })).toEqual({ number, status: "running" });
  await workOn(org, id);
  expect((await getRun.call(org.as("viewer"), { number })).status).toBe("cancelled");
  expect(await operationsOn(id)).toEqual(["run.start", "run.cancel", "run.finish"]);
  expect(existsSync(repositoryPath(org.id, "working"))).toBe(false);
});

test("who may not cancel is refused, and another organization sees no run", async () => {
  const { number } = await start("kept");
  await expect(cancelRun.call(org.as("viewer"), { number })).rejects.toMatchObject({ code: "forbidden" });
  const other = await testOrg();
  await expect(cancelRun.call(other.as("admin"), { number })).rejects.toMatchObject({ code: "not_found" });
  await expect(cancelRun.call(org.as("member"), { number: 0 })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "number" }],
  });
  expect((await listRuns.call(other.as("viewer"), {})).total).toBe(0);
});

test("an attempt that is no longer the current one can write nothing", async () => {
  const { id, number } = await start("fenced");
  const ctx = org.as("admin");
  const first = await claimRun(ctx, id);
  const second = await claimRun(ctx, id);
  if (first === null || second === null) throw new Error("Not claimed");
  expect([first.attempt, first.crashCount, second.attempt, second.crashCount]).toEqual([1, 0, 2, 1]);
  await expect(fencedTransaction(ctx, first, async () => "written")).rejects.toBeInstanceOf(SupersededError);
  expect(await fencedTransaction(ctx, second, async () => "written")).toBe("written");
  await workOn(org, id);
  expect((await getRun.call(ctx, { number })).attempt).toBe(3);
});

test("a name that appears in the catalog while the run works is left as it is, and the run says so", async () => {
  const { id, number } = await start("contested");
  await tenantTransaction({ orgId: org.id }, (tx) => ensureBlueprints(tx, org.id, ["component"]));
  await database.owner`
    insert into entities (org_id, blueprint, identifier, title, content_hash, search_text) values (${org.id}, 'component', 'contested', 'Theirs', 'x', 'theirs')`;
  await workOn(org, id);
  const run = await getRun.call(org.as("viewer"), { number });
  expect(run.status).toBe("failed");
  expect(run.error).toContain("contested");
  expect(run.steps[0]?.status).toBe("failed");
  expect(run.steps[1]?.status).toBe("skipped");
});

test("lists filter by status, action and text", async () => {
  const ctx = org.as("viewer");
  const all = await listRuns.call(ctx, { limit: 2 });
  expect(all.runs).toHaveLength(2);
  expect(all.total).toBe(Object.values(all.counts).reduce((sum, count) => sum + count, 0));
  const cancelled = await listRuns.call(ctx, { status: "cancelled" });
  expect(cancelled.total).toBe(cancelled.counts.cancelled);
  expect((await listRuns.call(ctx, { text: "FENCED" })).runs.map((run) => run.title)).toEqual([
    "Create a service: fenced",
  ]);
  expect((await listRuns.call(ctx, { text: "#1" })).runs.map((run) => run.number)).toEqual([1]);
  expect((await listRuns.call(ctx, { action: "other" })).total).toBe(0);
});

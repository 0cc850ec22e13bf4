import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { readRepository } from "#lib/actions/repositories/read-repository.ts";
import { repositoryPath } from "#lib/actions/repositories/repository-path.ts";
import { getRun } from "#lib/actions/runs/get-run.ts";
import { listRunLog } from "#lib/actions/runs/list-run-log.ts";
import { startRun } from "#lib/actions/runs/start-run.ts";
import { addTestTeam, serviceInputs, useTestDataDirectory, workOn } from "#lib/actions/testing.ts";

let database: TestDatabase;
let dataDirectory: string;
let org: TestOrg;
beforeAll(async () => {
  dataDirectory = useTestDataDirectory();
  database = await testDatabase();
  org = await testOrg();
  await addTestTeam(org);
});
afterAll(closeTestDatabase);

const start = (inputs: Record<string, unknown>) =>
  startRun.call(org.as("member"), { identifier: "create-service", inputs });

test("a run makes a repository, a commit and a catalog entry, and says so", async () => {
  const inputs = serviceInputs({
    system: "system:money",
    dataClass: "regulated",
    region: "eu-north",
    dataSteward: "user:ines",
  });
  const { id, number } = await start(inputs);
  const queued = await getRun.call(org.as("viewer"), { number });
  expect([queued.status, queued.stepCount, queued.stepsDone]).toEqual(["queued", 5, 0]);
  const [job] =
    await database.owner`select payload from graphile_worker._private_jobs where key = ${`${org.id}:run:${id}`}`;
  expect(job?.["payload"]).toEqual({ orgId: org.id, payload: { runId: id } });

  await workOn(org, id);
  const run = await getRun.call(org.as("viewer"), { number });
  expect(run.error).toBeNull();
  expect([run.status, run.attempt, run.stepsDone]).toEqual(["succeeded", 1, 5]);
  expect(run.links).toEqual([
    { title: "Repository", url: `/${org.slug}/repositories/payout-scheduler` },
    { title: "Payout scheduler", url: `/${org.slug}/catalog/component/payout-scheduler` },
  ]);
  const { lines, hasMore } = await listRunLog.call(org.as("viewer"), { number });
  expect(lines.map((line) => line.line)).toEqual(lines.map((_, index) => index + 1));
  expect(lines.filter((line) => line.kind === "step")).toHaveLength(5);
  expect(hasMore).toBe(false);

  const contents = await readRepository(repositoryPath(org.id, "payout-scheduler"));
  expect(contents.commits).toHaveLength(1);
  expect(contents.commits[0]?.id).toBe(run.outputs["commit"]);
  expect(contents.files.map((file) => file.path)).toContain("deploy/payout-scheduler.yaml");
  expect(contents.readme?.text).toContain("Sends money out");
  const [entity] = await database.owner`
    select e.version, e.owner_id is not null as owned, e.labels, s.kind from entities e join sources s on s.id = e.source_id
    where e.org_id = ${org.id} and e.identifier = 'payout-scheduler'`;
  expect(entity).toMatchObject({
    version: 1,
    owned: true,
    kind: "action",
    labels: { "data-class": "regulated", region: "eu-north" },
  });
  const audited =
    await database.owner`select operation, door from audit_entries where org_id = ${org.id} and subject_id = ${id} order by at, id`;
  expect(audited.map((row) => `${row["operation"]} ${row["door"]}`)).toEqual(["run.start page", "run.finish job"]);
  expect(readdirSync(join(dataDirectory, "workspaces"))).toEqual([]);

  // Once more changes nothing.
  await workOn(org, id);
  expect((await getRun.call(org.as("viewer"), { number })).attempt).toBe(1);
});

test("bad answers name their field, and nothing is started", async () => {
  const problems = async (inputs: Record<string, unknown>) => {
    const error: unknown = await start(inputs).catch((reason: unknown) => reason);
    return (error as { code: string; fields: { path: string }[] }).fields.map((field) => field.path);
  };
  expect(await problems(serviceInputs({ name: "Bad Name", port: 80, color: "red" }))).toEqual([
    "inputs.color",
    "inputs.name",
    "inputs.port",
  ]);
  expect(await problems(serviceInputs({ name: "other", dataClass: "regulated" }))).toEqual([
    "inputs.region",
    "inputs.dataSteward",
  ]);
  expect(await problems(serviceInputs({ name: "other", owner: "group:nobody" }))).toEqual(["inputs.owner"]);
  expect(await problems(serviceInputs({ name: "payout-scheduler" }))).toEqual(["inputs.name"]);
  expect(await problems(serviceInputs({ name: "../../etc" }))).toEqual(["inputs.name"]);
  const [row] = await database.owner`select count(*)::int as count from runs where org_id = ${org.id}`;
  expect(row?.["count"]).toBe(1);
});

test("of two starts with one name at the same time, one is refused", async () => {
  const both = await Promise.allSettled([
    start(serviceInputs({ name: "twin" })),
    start(serviceInputs({ name: "twin" })),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a viewer may not start, and another organization sees nothing of it", async () => {
  await expect(
    startRun.call(org.as("viewer"), { identifier: "create-service", inputs: serviceInputs({ name: "mine" }) }),
  ).rejects.toMatchObject({ code: "forbidden" });
  await expect(startRun.call(org.as("member"), { identifier: "no-such-action", inputs: {} })).rejects.toMatchObject({
    code: "not_found",
  });
  const other = await testOrg();
  await expect(getRun.call(other.as("admin"), { number: 1 })).rejects.toMatchObject({ code: "not_found" });
  await expect(listRunLog.call(other.as("admin"), { number: 1 })).rejects.toMatchObject({ code: "not_found" });
  expect(existsSync(join(dataDirectory, "repositories", other.id))).toBe(false);
});

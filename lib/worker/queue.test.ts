import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { discardJob } from "#lib/kernel/jobs/discard-job.ts";
import { enqueueJob } from "#lib/kernel/jobs/enqueue-job.ts";
import { listJobs } from "#lib/kernel/jobs/list-jobs.ts";
import { retryJob } from "#lib/kernel/jobs/retry-job.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

let database: TestDatabase;
let org: TestOrg;
const workers = new Set<ChildProcess>();
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
});
afterEach(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await database.owner`delete from graphile_worker._private_jobs`;
});
afterAll(closeTestDatabase);

async function startWorkerProcess(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ["lib/worker/fixtures/worker.ts"], {
    cwd: projectRoot(),
    env: process.env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  workers.add(worker);
  worker.on("exit", () => workers.delete(worker));
  await once(worker.stdout as NonNullable<ChildProcess["stdout"]>, "data");
  return worker;
}

const enqueue = (of: TestOrg, job: string, payload: Record<string, unknown> = {}) =>
  tenantTransaction({ orgId: of.id }, (tx) => enqueueJob(tx, job, payload));
const harmless = (of: TestOrg, tookMs = 5) => enqueue(of, "test.harmless", { tookMs });
const items = async (of = org) => (await listJobs.call(of.as("admin"), {})).items;
const waiting = async (of: TestOrg) => (await items(of)).filter(({ state }) => state !== "running").length;

test("a job that ends its worker is put aside after three workers, and takes no other job with it", async () => {
  await enqueue(org, "test.poison");
  for (let count = 0; count < 6; count += 1) await harmless(org, 400);
  let killed = 0;
  for (; killed < 6; killed += 1) {
    const worker = await startWorkerProcess();
    const end = await Promise.race([
      once(worker, "exit").then(() => "killed" as const),
      expect
        .poll(async () => (await items()).map(({ state }) => state), { timeout: 20_000 })
        .toEqual(["dead"])
        .then(() => "done" as const),
    ]);
    if (end === "done") break;
  }
  expect(killed).toBe(3);
  const [dead, ...others] = await items();
  expect(others).toEqual([]);
  expect(dead).toMatchObject({
    job: "test.poison",
    state: "dead",
    crashes: 3,
    error: expect.stringContaining("ended in the middle of it 3 times"),
  });
}, 90_000);

test("ten thousand jobs of one organization do not keep another one waiting", async () => {
  const [large, small] = [await testOrg(), await testOrg()];
  const names = new Map([
    [large.id, "large"],
    [small.id, "small"],
  ]);
  await tenantTransaction({ orgId: large.id }, (tx) =>
    tx.execute(
      sql`select count(graphile_worker.enqueue_job('test.harmless', '{"tookMs":1}', null, null)) from generate_series(1, 10000)`,
    ),
  );
  await harmless(small);
  await harmless(small);
  const ran: string[] = [];
  const listen = (worker: ChildProcess) =>
    worker.stdout?.on("data", (chunk: Buffer) => {
      for (const [, id = ""] of chunk.toString().matchAll(/ran (\S+)/g)) ran.push(names.get(id) ?? id);
    });
  for (const worker of [await startWorkerProcess(), await startWorkerProcess()]) listen(worker);
  await expect.poll(() => waiting(small), { timeout: 20_000, interval: 20 }).toBe(0);
  await expect.poll(() => ran.filter((name) => name === "large").length, { timeout: 20_000 }).toBeGreaterThan(20);
  // One that arrives in the middle takes its turn at once, and the large one goes on.
  const before = ran.length;
  await harmless(small);
  await expect.poll(() => ran.slice(before), { timeout: 10_000 }).toContain("small");
  const after = ran.slice(before).indexOf("small");
  const left = (await listJobs.call(large.as("admin"), {})).totals.find(({ state }) => state === "waiting")?.count ?? 0;
  console.log(`in the middle of ${left} jobs of the large organization, the small one's ran as number ${after + 1}`);
  expect(left).toBeGreaterThan(after);
  await expect.poll(() => ran.slice(before + after + 1), { timeout: 10_000 }).toContain("large");
}, 90_000);

test("an admin runs a dead job again or discards it; both are audited", async () => {
  await harmless(org);
  await harmless(org);
  await database.owner`update graphile_worker._private_jobs set attempts = max_attempts, last_error = E'It broke.\n at stack'`;
  const [first, second] = await items();
  expect(first).toMatchObject({ state: "dead", error: "It broke." });
  await retryJob.call(org.as("admin"), { id: first?.id ?? "" });
  await discardJob.call(org.as("admin"), { id: second?.id ?? "" });
  expect(await items()).toMatchObject([{ id: first?.id, state: "failed", attempts: 0 }]);
  const audited =
    await database.owner`select operation, subject_id from audit_entries where org_id = ${org.id} and operation like 'job.%' order by operation`;
  expect(audited).toMatchObject([
    { operation: "job.discard", subject_id: second?.id },
    { operation: "job.retry", subject_id: first?.id },
  ]);
  await startWorkerProcess();
  await expect.poll(() => items(), { timeout: 10_000 }).toEqual([]);
});

test("jobs are found by state, kind and what went wrong, a page at a time", async () => {
  const own = await testOrg();
  for (let count = 0; count < 4; count += 1) await enqueue(own, count === 0 ? "test.other" : "test.harmless");
  await database.owner`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'The disk is full.'
    where payload::text like ${`%${own.id}%`} and id in (select id from graphile_worker._private_jobs order by id desc limit 2)`;
  const list = (input: Parameters<typeof listJobs.call>[1]) => listJobs.call(own.as("admin"), input);
  const whole = await list({});
  expect(whole.items.map((job) => job.state)).toEqual(["dead", "dead", "waiting", "waiting"]);
  const pages = [await list({ limit: 3 })];
  pages.push(await list({ limit: 3, cursor: pages[0]?.nextCursor ?? "" }));
  pages.push(await list({ limit: 3, cursor: pages[1]?.previousCursor ?? "" }));
  const ids = (at: number) => pages[at]?.items.map((job) => job.id);
  expect([...(ids(0) ?? []), ...(ids(1) ?? [])]).toEqual(whole.items.map((job) => job.id));
  expect(ids(2)).toEqual(ids(0));
  expect(pages[1]).toMatchObject({ before: 3, matching: 4, nextCursor: null });
  expect((await list({ state: "dead" })).matching).toBe(2);
  expect((await list({ job: "test.other" })).items).toHaveLength(1);
  expect((await list({ text: "DISK" })).matching).toBe(2);
  await expect(list({ cursor: "x" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "cursor" }] });
});

test("only an admin may, another organization's jobs are not there, and a bad number names its field", async () => {
  await harmless(org);
  const [job] = await items();
  const id = job?.id ?? "";
  const other = await testOrg();
  expect(await items(other)).toEqual([]);
  for (const operation of [retryJob, discardJob]) {
    await expect(operation.call(org.as("member"), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(operation.call(other.as("admin"), { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(operation.call(org.as("admin"), { id: "one" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "id" }],
    });
  }
  await expect(listJobs.call(org.as("member"), {})).rejects.toMatchObject({ code: "forbidden" });
  expect(await items()).toHaveLength(1);
});

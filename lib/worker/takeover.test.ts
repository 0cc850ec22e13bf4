import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, isLongRun, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { readRepository } from "#lib/actions/repositories/read-repository.ts";
import { repositoryPath } from "#lib/actions/repositories/repository-path.ts";
import { removeOldWorkspaces } from "#lib/actions/runs/run-workspace.ts";
import { startRun } from "#lib/actions/runs/start-run.ts";
import { addTestTeam, serviceInputs, useTestDataDirectory } from "#lib/actions/testing.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

let database: TestDatabase;
let dataDirectory: string;
const workers = new Set<ChildProcess>();
beforeAll(async () => {
  dataDirectory = useTestDataDirectory();
  database = await testDatabase();
});
afterEach(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  // What a failed test left to do must not be done in the time of the next.
  await database.owner`delete from graphile_worker._private_jobs`;
});
afterAll(closeTestDatabase);

/** A worker as the supervisor starts it, once it says that it runs. */
async function startWorkerProcess(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ["lib/worker/main.ts"], {
    cwd: projectRoot(),
    env: { ...process.env, CAUSEWAY_LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  workers.add(worker);
  worker.on("exit", () => workers.delete(worker));
  await new Promise<void>((resolve, reject) => {
    worker.stdout?.on("data", (chunk: Buffer) => chunk.includes("worker.started") && resolve());
    worker.on("exit", (code) => reject(new Error(`The worker ended with ${code}`)));
  });
  return worker;
}

async function makeOrg(): Promise<TestOrg> {
  const org = await testOrg();
  await addTestTeam(org);
  return org;
}

const statuses = (org: TestOrg) => database.owner<
  { status: string; attempt: number; error: string | null; crash_count: number }[]
>`
  select status, attempt, error, crash_count from runs where org_id = ${org.id} order by number`;

async function waitFor(isTrue: () => Promise<boolean>, timeoutMs: number): Promise<number> {
  const startedAt = performance.now();
  while (!(await isTrue())) {
    if (performance.now() - startedAt > timeoutMs) throw new Error(`Not true after ${timeoutMs} ms`);
    await sleep(20);
  }
  return performance.now() - startedAt;
}

test(
  "runs whose workers are killed at random moments end exactly once",
  async () => {
    const seed = Number(process.env["TEST_SEED"] ?? Date.now() % 1_000_000);
    console.log(`takeover seed ${seed}`);
    const random = generator(seed);
    const waves = isLongRun() ? 25 : 2;
    const runsPerWave = 4;
    const runCount = waves * runsPerWave;
    const org = await makeOrg();
    const unfinished = async () =>
      (await statuses(org)).filter((run) => run.status === "queued" || run.status === "running");
    /** How often the runs that are left were begun; null when none is left. */
    const attempts = async () => {
      const left = await unfinished();
      return left.length === 0 ? null : left.reduce((sum, run) => sum + run.attempt, 0);
    };
    // As many runs at once as a worker takes on, so that a kill meets all of them; twice, because the third time a run gives up.
    for (let wave = 0; wave < waves; wave += 1) {
      for (let index = 0; index < runsPerWave; index += 1) {
        const inputs = serviceInputs({ name: `service-${wave}-${index}` });
        await startRun.call(org.as("member"), { identifier: "create-service", inputs });
      }
      for (let kill = 0; kill < 2; kill += 1) {
        const before = await attempts();
        if (before === null) break;
        const worker = await startWorkerProcess();
        await waitFor(async () => (await attempts()) !== before, 60_000);
        await sleep(random() * 400);
        worker.kill("SIGKILL");
        await once(worker, "exit");
      }
      const last = await startWorkerProcess();
      await waitFor(async () => (await unfinished()).length === 0, 60_000);
      last.kill("SIGKILL");
    }

    const runs = await statuses(org);
    expect(runs.map((run) => [run.status, run.error])).toEqual(runs.map(() => ["succeeded", null]));
    console.log(`${2 * waves} kills, ${runs.filter((run) => run.attempt > 1).length} of ${runCount} runs taken over`);

    const [counts] = await database.owner`
    select (select count(*)::int from audit_entries where org_id = ${org.id} and operation = 'run.finish') as endings,
      (select count(distinct subject_id)::int from audit_entries where org_id = ${org.id} and operation = 'run.finish') as ended,
      (select count(*)::int from audit_entries where org_id = ${org.id} and operation = 'service.register') as registrations,
      (select count(*)::int from entities where org_id = ${org.id} and identifier like 'service-%') as entities,
      (select count(*)::int from entity_versions v join entities e on e.id = v.entity_id where e.org_id = ${org.id} and e.identifier like 'service-%') as versions,
      (select count(*)::int from repositories where org_id = ${org.id} and head_commit is not null) as repositories`;
    expect(counts).toEqual({
      endings: runCount,
      ended: runCount,
      registrations: runCount,
      entities: runCount,
      versions: runCount,
      repositories: runCount,
    });
    const onDisk = readdirSync(join(dataDirectory, "repositories", org.id)).filter((name) => !name.startsWith("."));
    expect(onDisk).toHaveLength(runCount);
    for (const name of onDisk) {
      const contents = await readRepository(repositoryPath(org.id, name.replace(/\.git$/, "")));
      expect(contents.commits).toHaveLength(1);
      const [row] =
        await database.owner`select head_commit from repositories where org_id = ${org.id} and name = ${name.replace(/\.git$/, "")}`;
      expect(contents.headCommit).toBe(row?.["head_commit"]);
    }
    // A kill between a run's end and the removal of its folder leaves the folder to the next tidying.
    await removeOldWorkspaces(0);
    expect(readdirSync(join(dataDirectory, "workspaces"))).toEqual([]);
  },
  isLongRun() ? 900_000 : 300_000,
);

test("a killed worker's jobs are taken over within 15 seconds", async () => {
  const org = await makeOrg();
  const first = await startWorkerProcess();
  // The run cannot get on while this transaction holds its row, so the worker is caught in the middle.
  const { id } = await startRun.call(org.as("member"), { identifier: "create-service", inputs: serviceInputs() });
  const isStarted = async () => (await statuses(org))[0]?.status !== "queued";
  const hold = database.owner.begin(async (sql) => {
    await sql`lock table repositories in exclusive mode`;
    await waitFor(isStarted, 40_000).catch(() => undefined);
    await sleep(300);
    first.kill("SIGKILL");
  });
  await hold;
  expect((await statuses(org))[0]?.status).toBe("running");
  await startWorkerProcess();
  const tookMs = await waitFor(async () => ((await statuses(org))[0]?.attempt ?? 0) > 1, 15_000);
  await waitFor(async () => (await statuses(org))[0]?.status === "succeeded", 60_000);
  console.log(`taken over ${Math.round(tookMs)} ms after the next worker started`);
  expect((await statuses(org))[0]).toMatchObject({ attempt: 2, crash_count: 1 });
  const [log] =
    await database.owner`select count(*)::int as count from run_log_lines where run_id = ${id} and text like 'Attempt 2: the worker before stopped%'`;
  expect(log?.["count"]).toBe(1);
}, 120_000);

test("a run that its worker did not survive three times fails for good and says so", async () => {
  const org = await makeOrg();
  const { id } = await startRun.call(org.as("member"), { identifier: "create-service", inputs: serviceInputs() });
  await database.owner`update runs set status = 'running', is_held = true, attempt = 3, crash_count = 2 where id = ${id}`;
  await startWorkerProcess();
  await waitFor(async () => (await statuses(org))[0]?.status === "failed", 60_000);
  const [run] = await statuses(org);
  expect(run?.error).toContain("stopped 3 times");
  const steps = await database.owner`select status from run_steps where run_id = ${id} order by position`;
  expect(steps.map((step) => step["status"])).toEqual(["skipped", "skipped", "skipped", "skipped", "skipped"]);
  const [audited] =
    await database.owner`select after from audit_entries where subject_id = ${id} and operation = 'run.finish'`;
  expect(audited?.["after"]).toMatchObject({ status: "failed" });
}, 120_000);

test("a worker that is told to stop ends in order within five seconds and leaves its run to the next", async () => {
  const org = await makeOrg();
  const worker = await startWorkerProcess();
  await startRun.call(org.as("member"), { identifier: "create-service", inputs: serviceInputs() });
  const startedAt = performance.now();
  worker.kill("SIGTERM");
  const code = await new Promise((resolve) => worker.on("exit", resolve));
  expect(code).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  await startWorkerProcess();
  await waitFor(async () => (await statuses(org))[0]?.status === "succeeded", 60_000);
  expect((await statuses(org))[0]?.crash_count).toBe(0);
}, 120_000);

/** Numbers between 0 and 1 that a seed repeats (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

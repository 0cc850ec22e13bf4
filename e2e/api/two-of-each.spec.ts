import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request as forward, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { migrate } from "#db/migrate.ts";
import { makeToken } from "#lib/kernel/tokens.ts";
import { expect, test } from "../fixtures.ts";
import {
  freePort,
  journeysDatabase,
  killStartedProcesses,
  processEnvironment,
  readinessOf,
  startProcess,
  startWeb,
} from "./started-processes.ts";

/** Sends each request to the next web server that is alive. Remembers where live streams went. */
function startProxy(targets: { port: number; child?: ChildProcess }[]): { server: Server; streams: number[] } {
  const streams: number[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const attempt = (left: number) => {
      turn += 1;
      const target = targets[turn % targets.length];
      if (target === undefined || left === 0) return outgoing.writeHead(502).end();
      const onward = forward(
        {
          host: "127.0.0.1",
          port: target.port,
          path: incoming.url,
          method: incoming.method,
          headers: incoming.headers,
        },
        (answer) => {
          if (incoming.url?.startsWith("/api/v1/live")) streams.push(target.port);
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          outgoing.flushHeaders();
          answer.pipe(outgoing);
          answer.on("error", () => outgoing.destroy());
        },
      );
      onward.on("error", () => (outgoing.headersSent ? outgoing.destroy() : attempt(left - 1)));
      outgoing.on("close", () => onward.destroy());
      incoming.pipe(onward);
    };
    attempt(targets.length);
  });
  return { server, streams };
}

test.afterAll(killStartedProcesses);

test("two webs and two workers behind a proxy: a change is seen through the other web, a killed web's streams resume, a killed worker's run ends once", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  // A database of its own beside the journeys', on the same server.
  const { secret, ownerUrl } = journeysDatabase();
  const admin = postgres(ownerUrl("causeway"), { max: 1, onnotice: () => {} });
  await admin.unsafe("drop database if exists two_of_each with (force)");
  await admin.unsafe("create database two_of_each template template0");
  const url = ownerUrl("two_of_each");
  await migrate({ ownerUrl: url, secret });
  const sql = postgres(url, { max: 2, onnotice: () => {} });

  const webs = [{ port: await freePort() }, { port: await freePort() }] as { port: number; child?: ChildProcess }[];
  const { server, streams } = startProxy(webs);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const workDir = mkdtempSync(join(tmpdir(), "causeway-two-"));
  const environment = processEnvironment({ ownerUrl: url, secret, dataDir: workDir, origin });
  for (const web of webs) web.child = startWeb(web.port, environment).child;
  const seeding = startProcess(["db/seed/main.ts", "--if-empty", "harbourline"], {
    ...environment,
    CAUSEWAY_LOG_LEVEL: "warn",
  });
  await new Promise((resolve) => seeding.child.on("exit", resolve));
  const workers = [
    startProcess(["lib/worker/main.ts"], environment),
    startProcess(["lib/worker/main.ts"], environment),
  ];
  for (const { port } of webs) await expect.poll(() => readinessOf(port), { timeout: 30_000 }).toBe(200);
  const sayings = () => workers.map(({ output }) => /worker\.started/.exec(output())?.[0] ?? output().slice(-500));
  await expect.poll(sayings, { timeout: 40_000 }).toEqual(["worker.started", "worker.started"]);

  const { token, hash } = makeToken("session");
  await sql`insert into sessions (token_hash, person_id, expires_at) select ${hash}, id, now() + interval '1 hour' from people where lower(email) = 'ines@harbourline.example'`;
  const post = (port: number, path: string, body: unknown) =>
    fetch(`http://127.0.0.1:${port}/api/v1${path}?org=harbourline`, {
      method: "POST",
      headers: { cookie: `causeway-session=${token}`, origin, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const addMember = async (port: number, name: string) => {
    const answer = await post(port, "/members", {
      name,
      email: `${name.replaceAll(" ", ".").toLowerCase()}@harbourline.example`,
      role: "viewer",
    });
    expect(answer.status, await answer.text()).toBeLessThan(300);
  };

  const context = await browser.newContext({ baseURL: origin });
  await context.addCookies([{ name: "causeway-session", value: token, url: origin, httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  const isOpen = page.waitForResponse(/\/api\/v1\/live/);
  await page.goto("/harbourline/settings/members");
  await isOpen;
  const streaming = webs.find(({ port }) => port === streams.at(-1));
  const other = webs.find((web) => web !== streaming);
  if (streaming === undefined || other === undefined) throw new Error("The stream went nowhere");
  const seenAt = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () =>
          document.body.innerText.includes("Through Another") ? resolve(Date.now()) : requestAnimationFrame(look);
        look();
      }),
  );
  await addMember(other.port, "Through Another");
  const changedAt = Date.now();
  const tookMs = (await seenAt) - changedAt;
  console.log(`seen through the other web after ${tookMs} ms`);
  expect(tookMs).toBeLessThan(3_000);

  streaming.child?.kill("SIGKILL");
  await addMember(other.port, "After The Kill");
  await expect(page.getByText("After The Kill")).toBeVisible();
  expect(streams.at(-1)).toBe(other.port);

  // The run cannot get on while this transaction holds its table, so its worker is killed in the middle of it.
  const inputs = {
    name: "two-of-each",
    title: "Two of each",
    description: "Made while a worker was killed.",
    owner: "group:payments",
    template: "node-http-service",
    port: 8080,
    dataClass: "internal",
  };
  await sql.begin(async (transaction) => {
    await transaction`lock table repositories in exclusive mode`;
    const asked = await post(other.port, "/actions/create-service/runs", { inputs });
    expect(asked.status, await asked.text()).toBeLessThan(300);
    const holder = async () => {
      const [row] = await sql<
        { worker: string | null }[]
      >`select j.locked_by as worker from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'run.execute' and j.locked_by is not null`;
      return row?.worker ?? null;
    };
    await expect.poll(holder, { timeout: 30_000 }).not.toBeNull();
    // Killed before it began, it would not have been in the middle of anything.
    const attempt = async () => (await sql`select attempt from runs order by created_at desc limit 1`)[0]?.["attempt"];
    await expect.poll(attempt, { timeout: 30_000 }).toBe(1);
    const id = (await holder()) ?? "";
    const worker = workers.find(({ output }) => output().includes(id));
    expect(worker, `the worker whose pool is ${id}`).toBeDefined();
    worker?.child.kill("SIGKILL");
  });
  const status = async () => (await sql`select status, attempt from runs order by created_at desc limit 1`)[0];
  await expect.poll(status, { timeout: 30_000 }).toEqual({ status: "succeeded", attempt: 2 });
  const [ended] =
    await sql`select count(*)::int as count from audit_entries where operation = 'run.finish' and at > now() - interval '2 minutes' and subject_id = (select id::text from runs order by created_at desc limit 1)`;
  expect(ended?.["count"]).toBe(1);

  await context.close();
  killStartedProcesses();
  server.closeAllConnections();
  server.close();
  await sql.end();
  await admin.unsafe("drop database if exists two_of_each with (force)");
  await admin.end();
  rmSync(workDir, { recursive: true, force: true });
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { startRun } from "#lib/actions/runs/start-run.ts";
import { addTestTeam, serviceInputs, useTestDataDirectory } from "#lib/actions/testing.ts";
import { createKey } from "#lib/identity/keys/create-key.ts";
import { readSharedMetrics } from "#lib/kernel/telemetry/metrics.ts";
import { readWorkerMetrics } from "#lib/kernel/telemetry/read-worker-metrics.ts";
import { startTracing, stopTracing } from "#lib/kernel/telemetry/traces.ts";
import { jobs } from "#lib/subscriptions.ts";
import { checkReadiness } from "#lib/web/check-readiness.ts";
import { renderMetrics } from "#lib/web/render-metrics.ts";
import { answerRequest } from "#lib/web/rest/answer-request.ts";
import { startWorker } from "#lib/worker/start-worker.ts";

type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  status: { code?: number };
  startTimeUnixNano: string;
};
type Export = {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: Span[] }[];
  }[];
};

let database: TestDatabase;
let org: TestOrg;
let collector: Server;
const received: { path: string; type: string; body: Export }[] = [];
const spans = () =>
  received.flatMap(({ body }) => body.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)));

beforeAll(async () => {
  useTestDataDirectory();
  database = await testDatabase();
  org = await testOrg();
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Export;
      received.push({ path: request.url ?? "", type: request.headers["content-type"] ?? "", body });
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await stopTracing();
  collector.close();
  await closeTestDatabase();
});

test("a request's trace goes on through operation and transaction to the job that it asked for, over OTLP", async () => {
  await addTestTeam(org);
  startTracing("web", `http://127.0.0.1:${(collector.address() as AddressInfo).port}`);
  const { token } = await createKey.call(org.as("admin"), { name: "tracer", role: "admin" });
  const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
  const answer = await answerRequest(
    new Request("http://127.0.0.1:3000/api/v1/actions/create-service/runs", {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      },
      body: JSON.stringify({ inputs: serviceInputs() }),
    }),
  );
  expect(answer.status, await answer.clone().text()).toBeLessThan(300);
  const worker = await startWorker({ jobsUrl: process.env["CAUSEWAY_JOBS_DATABASE_URL"] ?? "", jobs });
  const isDone = async () =>
    (await database.owner`select 1 from runs where org_id = ${org.id} and status = 'succeeded'`).length;
  await expect.poll(isDone, { timeout: 30_000 }).toBe(1);
  await worker.stop();
  expect(await readWorkerMetrics()).toEqual([]);
  await stopTracing();

  expect(new Set(received.map(({ path, type }) => `${path} ${type}`))).toEqual(
    new Set(["/v1/traces application/json"]),
  );
  const attributes = received[0]?.body.resourceSpans[0]?.resource.attributes;
  expect(attributes).toContainEqual({ key: "service.name", value: { stringValue: "causeway-web" } });
  const own = spans().filter((span) => span.traceId === traceId);
  const byId = new Map(own.map((span) => [span.spanId, span]));
  const pathOf = (span: Span | undefined): string[] =>
    span === undefined ? [] : [...pathOf(byId.get(span.parentSpanId ?? "")), span.name];
  const paths = own.map((span) => pathOf(span).join(" > "));
  expect(own.find(({ name }) => name === "POST /api/v1")?.parentSpanId).toBe("00f067aa0ba902b7");
  expect(paths).toContain("POST /api/v1 > run.start > transaction");
  expect(paths.some((path) => path.startsWith("POST /api/v1 > run.start > transaction > job run.execute"))).toBe(true);
  expect(JSON.stringify(received)).not.toContain(org.slug);
}, 60_000);

test("metrics are for whoever has the token, in Prometheus' form, and name no organization", async () => {
  await startRun.call(org.as("viewer"), { identifier: "create-service", inputs: {} }).catch(() => undefined);
  const ask = (authorization?: string) =>
    renderMetrics(
      new Request(
        "http://127.0.0.1:3000/api/metrics",
        authorization === undefined ? {} : { headers: { authorization } },
      ),
    );
  expect((await ask()).status).toBe(401);
  expect((await ask("Bearer wrong")).status).toBe(401);
  const good = await ask("Bearer metrics-token-of-tests");
  expect(good.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await good.text();
  expect(text).toMatch(
    /^causeway_operation_duration_seconds_count\{operation="run\.start",outcome="forbidden",door="page"\} 1$/m,
  );
  expect(text).toMatch(/^causeway_live_streams 0$/m);
  expect(text).toMatch(/^causeway_database_connections\{role="app",state="idle"\} \d+$/m);
  expect(text).toMatch(/^# TYPE causeway_queue_jobs gauge$/m);
  expect(text).not.toContain(org.slug);
  expect(text).not.toContain(org.id);
});

test("what workers counted is added to what this process counted, as long as they are alive", async () => {
  const ask = async () => {
    const headers = { authorization: "Bearer metrics-token-of-tests" };
    const answer = await renderMetrics(new Request("http://127.0.0.1:3000/api/metrics", { headers }));
    return await answer.text();
  };
  const counted =
    /^causeway_operation_duration_seconds_count\{operation="run\.start",outcome="forbidden",door="page"\} (\d+)$/m;
  const write = async (name: string, writtenAt: string) =>
    await database.owner`
      insert into worker_metrics (worker_id, content, written_at)
      values (${name}, ${JSON.stringify(await readSharedMetrics())}::text::jsonb, ${writtenAt}::text::timestamptz)`;
  const before = Number(counted.exec(await ask())?.[1]);
  expect(before).toBeGreaterThan(0);
  await write("alive", "now");
  await write("gone", "2020-01-01");
  const text = await ask();
  expect(Number(counted.exec(text)?.[1])).toBe(2 * before);
  expect(text.match(/^# TYPE causeway_operation_duration_seconds histogram$/gm)).toHaveLength(1);
  expect(text).toMatch(/^process_cpu_seconds_total [\d.]+$/m);
  // A worker that runs writes down its own, and takes it away when it ends.
  await database.owner`delete from worker_metrics`;
  const worker = await startWorker({ jobsUrl: process.env["CAUSEWAY_JOBS_DATABASE_URL"] ?? "", jobs });
  await expect.poll(async () => (await readWorkerMetrics()).length, { timeout: 20_000 }).toBe(1);
  await worker.stop();
  expect(await readWorkerMetrics()).toEqual([]);
}, 60_000);

test("a process is ready when the database answers and has every migration", async () => {
  expect(await checkReadiness()).toBeNull();
  const [last] = await database.owner<
    { name: string }[]
  >`delete from schema_migrations where name = (select max(name) from schema_migrations) returning name`;
  expect(await checkReadiness()).toContain(last?.name);
  await database.owner`insert into schema_migrations (name) values (${last?.name ?? ""})`;
});

import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, isLongRun, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { deleteOldDeliveries } from "#lib/webhooks/deliveries/delete-old-deliveries.ts";
import { getDelivery } from "#lib/webhooks/deliveries/get-delivery.ts";
import { listDeliveries } from "#lib/webhooks/deliveries/list-deliveries.ts";
import { processDelivery } from "#lib/webhooks/deliveries/process-delivery.ts";
import { receiveDelivery } from "#lib/webhooks/deliveries/receive-delivery.ts";
import { refuseDelivery } from "#lib/webhooks/deliveries/refuse-delivery.ts";
import { replayDelivery } from "#lib/webhooks/deliveries/replay-delivery.ts";
import { createWebhook } from "#lib/webhooks/endpoints/create-webhook.ts";
import { deleteWebhook } from "#lib/webhooks/endpoints/delete-webhook.ts";
import { listWebhooks } from "#lib/webhooks/endpoints/list-webhooks.ts";
import { rotateSecret } from "#lib/webhooks/endpoints/rotate-secret.ts";
import { webhooksJobs } from "#lib/webhooks/jobs.ts";

type Made = { id: string; secret: string };

let database: TestDatabase;
let org: TestOrg;
let other: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  [org, other] = [await testOrg(), await testOrg()];
});
afterAll(closeTestDatabase);

const make = (of = org): Promise<Made> => createWebhook.call(of.as("admin"), { name: `pipeline ${randomUUID()}` });
const yesterday = new Date(Date.now() - 86_400_000).toISOString();
const deployment = (sourceId = randomUUID()) => ({
  type: "deployment",
  data: { source: "ci", sourceId, service: "checkout", status: "succeeded", finishedAt: yesterday },
});

function send(
  hook: Made,
  content: unknown,
  parts: { id?: string; org?: string; webhook?: string; secret?: string } = {},
) {
  const { id = `msg_${randomUUID()}` } = parts;
  const body = typeof content === "string" ? content : JSON.stringify(content);
  const at = new Date();
  const headers = new Headers({
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(parts.secret ?? hook.secret).sign(id, at, body),
    cookie: "session=x",
    "x-frame-options": "DENY",
    "user-agent": "pipeline/1",
  });
  return receiveDelivery({
    org: parts.org ?? org.slug,
    webhook: parts.webhook ?? hook.id,
    headers,
    body: Buffer.from(body),
  });
}

const deliveriesOf = async (hook: Made, of = org) =>
  (await listDeliveries.call(of.as("admin"), { webhookId: hook.id })).items;

async function work(deliveryId: string, attempt = 1): Promise<void> {
  const [job] = webhooksJobs;
  await job?.run({ ctx: org.as("admin"), payload: { deliveryId }, attempt, signal: new AbortController().signal });
}

async function sendAndWork(hook: Made, content: unknown) {
  await send(hook, content);
  const [newest] = await deliveriesOf(hook);
  await work(newest?.id ?? "");
  return getDelivery.call(org.as("admin"), { id: newest?.id ?? "" });
}

test("a signed deployment is kept as it came, recorded once and audited", async () => {
  const hook = await make();
  const event = deployment();
  const delivery = await sendAndWork(hook, event);
  expect(delivery).toMatchObject({
    state: "processed",
    type: "deployment",
    problem: null,
    body: JSON.stringify(event),
  });
  expect(delivery.headers["user-agent"]).toBe("pipeline/1");
  expect(delivery.headers).not.toHaveProperty("cookie");
  expect(delivery.headers).not.toHaveProperty("x-frame-options");
  const recorded = await database.owner`select service_ref from deployments where source_id = ${event.data.sourceId}`;
  expect(recorded).toHaveLength(1);
  await work(delivery.id);
  const audited = await database.owner<{ operation: string }[]>`
    select operation from audit_entries where subject_id in (${hook.id}, ${delivery.id}) order by id`;
  expect(audited.map(({ operation }) => operation)).toEqual(["webhook.create", "delivery.process"]);
});

test("an incident is recorded as well", async () => {
  const sourceId = randomUUID();
  const data = { source: "pager", sourceId, title: "Down", service: "checkout", startedAt: yesterday };
  expect(await sendAndWork(await make(), { type: "incident", data })).toMatchObject({ state: "processed" });
  expect(await database.owner`select 1 from incidents where source_id = ${sourceId}`).toHaveLength(1);
});

test.each([
  ["no JSON", "{", "", "The body is not JSON."],
  ["no object", "[]", "type", /not known/],
  ["another type", { type: "party", data: {} }, "type", /not known/],
  ["a type of every object", { type: "constructor", data: {} }, "type", /not known/],
  ["no data", { type: "deployment" }, "data", /no data/],
  [
    "a missing field",
    { type: "deployment", data: { ...deployment().data, status: undefined } },
    "data.status",
    /cannot be/,
  ],
  ["an unknown field", { type: "deployment", data: { ...deployment().data, extra: 1 } }, "data", /cannot be/],
  ["an end in the future", { type: "incident", data: { startedAt: "3000-01-01" } }, "data.source", /cannot be/],
])("%s is refused with a sentence and its field, and nothing is recorded", async (_name, content, path, sentence) => {
  const delivery = await sendAndWork(await make(), content);
  expect(delivery).toMatchObject({ state: "failed", attempts: 1 });
  expect(delivery.problem?.message).toMatch(sentence);
  if (path !== "") expect(delivery.problem?.fields.map((field) => field.path)).toContain(path);
});

test("a failed delivery can be processed again, which is audited", async () => {
  const hook = await make();
  const failed = await sendAndWork(hook, { type: "party", data: {} });
  await replayDelivery.call(org.as("admin"), { id: failed.id });
  await expect(replayDelivery.call(org.as("admin"), { id: failed.id })).rejects.toMatchObject({ code: "not_found" });
  expect((await deliveriesOf(hook))[0]).toMatchObject({ state: "waiting", problem: null });
  await work(failed.id);
  expect((await deliveriesOf(hook))[0]).toMatchObject({ state: "failed", attempts: 2 });
  const audited = await database.owner<{ operation: string }[]>`
    select operation from audit_entries where subject_id = ${failed.id} order by id`;
  expect(audited.map(({ operation }) => operation)).toEqual(["delivery.refuse", "delivery.replay", "delivery.refuse"]);
});

test("whatever is wrong with a delivery, the refusal is the same and nothing is kept", async () => {
  const [hook, theirs] = [await make(), await make(other)];
  const attempts = [
    () => send(hook, deployment(), { secret: theirs.secret }),
    () => send(hook, deployment(), { webhook: randomUUID() }),
    () => send(hook, deployment(), { webhook: "../keys" }),
    () => send(hook, deployment(), { org: other.slug }),
    () => send(hook, deployment(), { org: "nobody" }),
    () => send(theirs, deployment()),
    () => send(hook, deployment(), { id: "a.b" }),
    () => receiveDelivery({ org: org.slug, webhook: hook.id, headers: new Headers(), body: Buffer.from("{}") }),
  ];
  const refusals = await Promise.all(attempts.map((attempt) => attempt().catch((error: Error) => error)));
  const messages = new Set(refusals.map((error) => (error instanceof Error ? error.message : "accepted")));
  expect([...messages]).toEqual(["The delivery was not accepted: no webhook here signed it."]);
  expect(await deliveriesOf(hook)).toEqual([]);
  expect(await deliveriesOf(theirs, other)).toEqual([]);
});

test("a message that is sent many times at once is kept and processed once", async () => {
  const hook = await make();
  const event = deployment();
  const times = isLongRun() ? 1000 : 200;
  const id = `msg_${randomUUID()}`;
  const answers = await Promise.all(Array.from({ length: times }, () => send(hook, event, { id })));
  const queued = await database.owner`
    select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'webhook.process'
      and j.payload::text like ${`%${(await deliveriesOf(hook))[0]?.id}%`}`;
  expect({
    sent: answers.length,
    taken: answers.filter(({ isNew }) => isNew).length,
    kept: (await deliveriesOf(hook)).length,
    queued: queued.length,
  }).toEqual({ sent: times, taken: 1, kept: 1, queued: 1 });
});

test("after a change of the secret the old one counts as long as was said", async () => {
  const hook = await make();
  const { secret } = await rotateSecret.call(org.as("admin"), { id: hook.id });
  for (const key of [hook.secret, secret])
    expect(await send(hook, deployment(), { secret: key })).toEqual({ isNew: true });
  const again = await rotateSecret.call(org.as("admin"), { id: hook.id, overlapHours: 0 });
  for (const key of [hook.secret, secret])
    await expect(send(hook, deployment(), { secret: key })).rejects.toMatchObject({ code: "unauthenticated" });
  expect(await send(hook, deployment(), { secret: again.secret })).toEqual({ isNew: true });
  const [kept] = await database.owner`
    select count(*)::int as count from secrets s where s.org_id = ${org.id} and s.name = (select 'Webhook ' || name from webhooks where id = ${hook.id})`;
  expect(kept?.["count"]).toBe(2);
});

test("a deleted webhook takes nothing any more, and its secret is gone", async () => {
  const hook = await make();
  await send(hook, deployment());
  await deleteWebhook.call(org.as("admin"), { id: hook.id });
  await expect(send(hook, deployment())).rejects.toMatchObject({ code: "unauthenticated" });
  const [left] =
    await database.owner`select count(*)::int as count from secrets where org_id = ${org.id} and id not in (select secret_id from webhooks union select previous_secret_id from webhooks where previous_secret_id is not null)`;
  expect(left?.["count"]).toBe(0);
});

test("another organization's webhooks and deliveries are not there", async () => {
  const hook = await make();
  await send(hook, deployment());
  const [delivery] = await deliveriesOf(hook);
  const id = delivery?.id ?? "";
  const theirs = other.as("admin");
  expect((await listWebhooks.call(theirs, {})).items.map((item) => item.id)).not.toContain(hook.id);
  expect((await listDeliveries.call(theirs, { webhookId: hook.id })).items).toEqual([]);
  for (const attempt of [
    () => rotateSecret.call(theirs, { id: hook.id }),
    () => deleteWebhook.call(theirs, { id: hook.id }),
    () => getDelivery.call(theirs, { id }),
    () => replayDelivery.call(theirs, { id }),
    () => processDelivery.call(theirs, { id }),
    () => refuseDelivery.call(theirs, { id, problem: { message: "x", fields: [] } }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
});

test("what was sent is kept for as long as the operator says, in every organization; what waits stays", async () => {
  const [hook, theirs] = [await make(), await make(other)];
  const sent = async (to: Made, of: TestOrg, state: string, daysAgo: number) => {
    await send(to, deployment(), of === org ? {} : { org: of.slug });
    const [newest] = await deliveriesOf(to, of);
    await database.owner`
      update webhook_deliveries set state = ${state}, received_at = now() - make_interval(days => ${daysAgo})
      where org_id = ${of.id} and id = ${newest?.id ?? ""}`;
    return newest?.id;
  };
  const old = await sent(hook, org, "processed", 40);
  const waiting = await sent(hook, org, "waiting", 40);
  const young = await sent(hook, org, "failed", 20);
  await sent(theirs, other, "failed", 40);
  expect(await deleteOldDeliveries(41)).toBe(0);
  expect(await deleteOldDeliveries(30)).toBe(2);
  expect((await deliveriesOf(hook)).map(({ id }) => id)).toEqual([young, waiting]);
  await expect(getDelivery.call(org.as("admin"), { id: old ?? "" })).rejects.toMatchObject({ code: "not_found" });
  expect(await deliveriesOf(theirs, other)).toEqual([]);
  // Not even by a mistake in a setting is today's deleted.
  expect(await deleteOldDeliveries(0)).toBe(1);
  expect(await deliveriesOf(hook)).toHaveLength(1);
});

test("only an admin may, and bad input names its field", async () => {
  const id = randomUUID();
  for (const role of ["viewer", "member"] as const) {
    for (const attempt of [
      () => createWebhook.call(org.as(role), { name: "x" }),
      () => rotateSecret.call(org.as(role), { id }),
      () => deleteWebhook.call(org.as(role), { id }),
      () => listWebhooks.call(org.as(role), {}),
      () => getDelivery.call(org.as(role), { id }),
      () => replayDelivery.call(org.as(role), { id }),
      () => processDelivery.call(org.as(role), { id }),
      () => refuseDelivery.call(org.as(role), { id, problem: { message: "x", fields: [] } }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  }
  const hook = await make();
  for (const [path, attempt] of [
    ["name", () => createWebhook.call(org.as("admin"), { name: " " })],
    ["overlapHours", () => rotateSecret.call(org.as("admin"), { id: hook.id, overlapHours: 999 })],
    ["id", () => deleteWebhook.call(org.as("admin"), { id: "one" })],
    ["id", () => replayDelivery.call(org.as("admin"), { id: "one" })],
  ] as const)
    await expect(attempt()).rejects.toMatchObject({ code: "invalid", fields: [{ path }] });
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { createKey } from "#lib/identity/keys/create-key.ts";
import { changeRole } from "#lib/identity/members/change-role.ts";
import type { Context } from "#lib/kernel/context.ts";
import { eventsOf } from "#lib/kernel/events.ts";
import { type Delivery, deliverNotifications } from "#lib/notifications/deliveries/deliver-notifications.ts";
import { warnOfExpiry } from "#lib/notifications/deliveries/warn-of-expiry.ts";
import { archiveNotifications } from "#lib/notifications/notifications/archive-notifications.ts";
import { countNotifications } from "#lib/notifications/notifications/count-notifications.ts";
import { listNotifications } from "#lib/notifications/notifications/list-notifications.ts";
import { markAllRead } from "#lib/notifications/notifications/mark-all-read.ts";
import { markRead } from "#lib/notifications/notifications/mark-read.ts";
import { getPreferences } from "#lib/notifications/preferences/get-preferences.ts";
import { setPreference } from "#lib/notifications/preferences/set-preference.ts";

let database: TestDatabase;
let org: TestOrg;
let other: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  [org, other] = [await testOrg(), await testOrg()];
});
afterAll(closeTestDatabase);

const inboxOf = async (ctx: Context) => (await listNotifications.call(ctx, {})).items;
const idOf = (ctx: Context) => ctx.actor.personId ?? "";

/** Hands one notification to a person, as a subscriber would. */
async function deliver(ctx: Context, parts: Partial<Delivery> = {}) {
  await tenantTransaction({ orgId: ctx.org.id }, async (tx) => {
    const { emit, flush } = eventsOf(ctx, tx);
    const given = {
      kind: "run.failed" as const,
      subject: randomUUID(),
      title: "Create cart failed",
      body: "",
      href: "/runs/1",
    };
    await deliverNotifications({ ctx, tx, emit }, [
      { ...given, personId: idOf(ctx), tone: "bad", needsAction: true, ...parts },
    ]);
    await flush();
  });
}

test("reading, archiving, taking back and reading all work, are audited once each and announced to the person alone", async () => {
  const ctx = org.as("member");
  await markAllRead.call(ctx, {});
  await deliver(ctx);
  await deliver(ctx);
  expect(await countNotifications.call(ctx, {})).toEqual({ unread: 2 });
  const ids = (await listNotifications.call(ctx, { show: "unread" })).items.map(({ id }) => id);
  expect(ids).toHaveLength(2);
  await markRead.call(ctx, { ids });
  await markRead.call(ctx, { ids: [ids[0] ?? ""], isRead: false });
  expect(await countNotifications.call(ctx, {})).toEqual({ unread: 1 });
  expect(await archiveNotifications.call(ctx, { ids })).toEqual({ changed: 2 });
  expect((await listNotifications.call(ctx, { show: "archived" })).items).toHaveLength(2);
  expect(await archiveNotifications.call(ctx, { ids, isArchived: false })).toEqual({ changed: 2 });
  expect((await markAllRead.call(ctx, {})).ids).toEqual([ids[0]]);
  const entries = await database.owner`
    select operation, after from audit_entries where org_id = ${org.id} and subject_kind = 'inbox' and subject_id = ${idOf(ctx)} order by id`;
  expect(entries.slice(1).map(({ operation, after }) => [operation, after])).toEqual([
    ["notification.mark-read", { read: 2 }],
    ["notification.mark-read", { unread: 1 }],
    ["notification.archive", { archived: 2 }],
    ["notification.archive", { takenBack: 2 }],
    ["notification.mark-all-read", { read: 1 }],
  ]);
  const [latest] = await database.owner`
    select subject_id, payload from outbox_events where org_id = ${org.id} and topic = 'notification.changed' order by id desc limit 1`;
  expect(latest).toMatchObject({ subject_id: idOf(ctx), payload: { unread: 0 } });
});

test("nobody reaches the inbox of somebody else, not in their organization and not in another", async () => {
  await deliver(org.as("member"));
  const [first] = await inboxOf(org.as("member"));
  const ids = [first?.id ?? ""];
  for (const ctx of [org.as("admin"), other.as("member")]) {
    expect(await markRead.call(ctx, { ids })).toEqual({ changed: 0 });
    expect(await archiveNotifications.call(ctx, { ids })).toEqual({ changed: 0 });
    expect((await inboxOf(ctx)).map(({ id }) => id)).not.toContain(ids[0]);
  }
  const key = { ...org.as("admin"), actor: { kind: "key" as const, id: randomUUID(), name: "key" } };
  for (const call of [
    () => markRead.call(key, { ids }),
    () => markAllRead.call(key, {}),
    () => archiveNotifications.call(key, { ids }),
  ])
    await expect(call()).rejects.toMatchObject({ code: "forbidden" });
  await expect(listNotifications.call(key, {})).rejects.toMatchObject({ code: "forbidden" });
});

test("without the permission everything is refused, and bad input names its field", async () => {
  const ctx = org.as("viewer");
  const refused = { ...ctx, can: () => false };
  const ids = [randomUUID()];
  for (const call of [
    () => markRead.call(refused, { ids }),
    () => markAllRead.call(refused, {}),
    () => archiveNotifications.call(refused, { ids }),
    () => setPreference.call(refused, { kind: "run.failed", isWanted: false }),
  ])
    await expect(call()).rejects.toMatchObject({ code: "forbidden" });
  await expect(markRead.call(ctx, { ids: ["x"] })).rejects.toMatchObject({ fields: [{ path: "ids.0" }] });
  await expect(archiveNotifications.call(ctx, { ids: [] })).rejects.toMatchObject({ fields: [{ path: "ids" }] });
});

test("what comes again while it is open takes its own place, unread; restored beside a newer one it stays away", async () => {
  const ctx = org.as("viewer");
  const subject = randomUUID();
  await deliver(ctx, { subject });
  const [first] = await inboxOf(ctx);
  await markRead.call(ctx, { ids: [first?.id ?? ""] });
  await deliver(ctx, { subject, title: "Again" });
  const [again] = await inboxOf(ctx);
  expect(again).toMatchObject({ id: first?.id, title: "Again", occurrences: 2, isRead: false });
  await archiveNotifications.call(ctx, { ids: [first?.id ?? ""] });
  await deliver(ctx, { subject });
  expect(await archiveNotifications.call(ctx, { ids: [first?.id ?? ""], isArchived: false })).toEqual({ changed: 0 });
});

test("the cursor goes on where the page ended", async () => {
  const ctx = other.as("viewer");
  for (let count = 0; count < 3; count += 1) await deliver(ctx);
  const all = await inboxOf(ctx);
  const first = await listNotifications.call(ctx, { limit: 2 });
  const second = await listNotifications.call(ctx, { limit: 2, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...second.items].slice(0, 4)).toEqual(all.slice(0, 4));
});

test("what somebody does not want to hear of is not delivered; their own rights always are", async () => {
  const ctx = other.as("member");
  await setPreference.call(ctx, { kind: "run.failed", isWanted: false });
  await deliver(ctx, { title: "Unwanted" });
  expect((await inboxOf(ctx)).map(({ title }) => title)).not.toContain("Unwanted");
  const { kinds } = await getPreferences.call(ctx, {});
  expect(kinds.find(({ kind }) => kind === "run.failed")).toMatchObject({ isWanted: false, isOptional: true });
  await expect(setPreference.call(ctx, { kind: "member.changed", isWanted: false })).rejects.toMatchObject({
    fields: [{ path: "kind" }],
  });
});

test("somebody is told of their new role", async () => {
  await changeRole.call(other.as("admin"), { personId: idOf(other.as("viewer")), role: "member" });
  expect((await inboxOf(other.as("viewer")))[0]).toMatchObject({ kind: "member.changed" });
});

test("a key warns its maker a week before it ends, unless it was revoked", async () => {
  const ctx = org.as("admin");
  const { id } = await createKey.call(ctx, { name: "pipeline", role: "viewer", expiresInDays: 30 });
  const [job] = await database.owner`select run_at from graphile_worker.jobs where key like ${`%key.warn ${id}`}`;
  expect(Math.round((Date.parse(String(job?.["run_at"])) - Date.now()) / 86_400_000)).toBe(23);
  const run = () => warnOfExpiry.run({ ctx, payload: { keyId: id }, attempt: 1, signal: new AbortController().signal });
  await run();
  expect((await inboxOf(ctx))[0]).toMatchObject({ kind: "key.expiring", needsAction: true });
});

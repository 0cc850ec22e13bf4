import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { createKey } from "#lib/identity/keys/create-key.ts";
import { changeRole } from "#lib/identity/members/change-role.ts";
import { removeMember } from "#lib/identity/members/remove-member.ts";
import { deleteOrg } from "#lib/identity/orgs/delete-org.ts";
import { renameOrg } from "#lib/identity/orgs/rename-org.ts";
import { endSession } from "#lib/identity/sessions/end-session.ts";
import { resolveSession } from "#lib/identity/sessions/resolve-session.ts";
import { revokeSessions } from "#lib/identity/sessions/revoke-sessions.ts";
import { deleteOldEvents } from "#lib/kernel/delete-old-events.ts";
import { writeOutbox } from "#lib/kernel/events.ts";
import { makeToken } from "#lib/kernel/tokens.ts";
import { stopListening } from "#lib/web/live/listen-events.ts";
import { closeStreams, countStreams, streamEvents } from "#lib/web/live/stream-events.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
});
afterEach(closeStreams);
afterAll(async () => {
  await stopListening();
  await closeTestDatabase();
});

type Role = "viewer" | "member" | "admin";

async function signIn(role: Role, of = org): Promise<string> {
  const { token, hash } = makeToken("session");
  await database.owner`insert into sessions (token_hash, person_id, expires_at) values (${hash}, ${of.as(role).actor.id}, now() + interval '1 hour')`;
  return token;
}

/** What a page that is read now is given along. */
const cursorOf = async (token: string) => (await resolveSession(token))?.cursor ?? "";

/** A stream as a browser sees it: `heard` are names of events and topics, in order; `cursor` the last id. */
async function follow(token: string, options: { of?: TestOrg; cursor?: string } = {}) {
  const search = new URLSearchParams({
    org: (options.of ?? org).slug,
    ...(options.cursor ? { cursor: options.cursor } : {}),
  });
  const aborter = new AbortController();
  const request = new Request(`http://127.0.0.1:3000/api/v1/live?${search}`, {
    headers: token.startsWith("causeway_key")
      ? { authorization: `Bearer ${token}` }
      : { cookie: `causeway-session=${token}` },
    signal: aborter.signal,
  });
  const response = await streamEvents(request);
  const stream = {
    status: response.status,
    heard: [] as string[],
    cursor: "",
    isOver: false,
    stop: () => aborter.abort(),
  };
  if (response.status !== 200 || response.body === null) return stream;
  const decoder = new TextDecoder();
  void (async () => {
    let text = "";
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const lines = new Map(block.split("\n").map((line) => line.split(/: (.*)/s, 2) as [string, string]));
        stream.cursor = lines.get("id") ?? stream.cursor;
        const data = lines.get("data");
        if (data === undefined) continue;
        const name = lines.get("event");
        if (name !== "beat")
          stream.heard.push(name ?? (JSON.parse(data) as { topic: string; subjectId: string }).topic);
      }
    }
    stream.isOver = true;
  })();
  await expect.poll(() => stream.cursor).not.toBe("");
  return stream;
}

const emit = (topic: string, subjectId = "x", of = org) =>
  tenantTransaction({ orgId: of.id }, (tx) => writeOutbox({ org: of }, tx, [{ topic, subjectId }]));

const soon = { timeout: 1_000, interval: 10 };

test("a change is heard at once, by its organization only, and by nobody who may not read it", async () => {
  const other = await testOrg();
  const [viewer, admin, stranger] = [
    await follow(await signIn("viewer")),
    await follow(await signIn("admin")),
    await follow(await signIn("admin", other), { of: other }),
  ];
  await emit("key.created");
  await emit("made.up");
  await emit("run.updated");
  await expect.poll(() => admin.heard, soon).toEqual(["key.created", "run.updated"]);
  await expect.poll(() => viewer.heard, soon).toEqual(["run.updated"]);
  expect(stranger.heard).toEqual([]);
  expect((await follow(await signIn("admin", other))).status).toBe(404);
});

test("who follows an organization at an address that it had is led to the one it has, strangers to nothing", async () => {
  const moved = await testOrg();
  const token = await signIn("viewer", moved);
  const slug = `${moved.slug}-new`;
  await renameOrg.call(moved.as("admin"), { name: "Moved", slug });
  const request = new Request(`http://127.0.0.1:3000/api/v1/live?org=${moved.slug}&cursor=x`, {
    headers: { cookie: `causeway-session=${token}` },
  });
  const answer = await streamEvents(request);
  expect([answer.status, answer.headers.get("location")]).toEqual([308, `/api/v1/live?org=${slug}&cursor=x`]);
  expect((await follow(await signIn("admin"), { of: moved })).status).toBe(404);
});

test("streams of an organization end when it is deleted, for everybody and every key, and no others", async () => {
  const gone = await testOrg();
  const key = await createKey.call(gone.as("admin"), { name: "k", scopes: ["run:read"], expiresInDays: 1 });
  const streams = [
    await follow(await signIn("viewer", gone), { of: gone }),
    await follow(await signIn("admin", gone), { of: gone }),
    await follow(key.token, { of: gone }),
  ];
  const elsewhere = await follow(await signIn("viewer"));
  await deleteOrg.call(gone.as("admin"), { slug: gone.slug });
  for (const stream of streams) {
    await expect.poll(() => stream.isOver, soon).toBe(true);
    expect(stream.heard.at(-1)).toBe("ended");
  }
  expect(elsewhere.isOver).toBe(false);
});

test("who was away hears exactly what was committed meanwhile, however numbers and commits interleave", async () => {
  const token = await signIn("viewer");
  const held = Promise.withResolvers<void>();
  // Numbered before, committed after everything else.
  const isNumbered = Promise.withResolvers<void>();
  const late = tenantTransaction({ orgId: org.id }, async (tx) => {
    await writeOutbox({ org }, tx, [{ topic: "incident.recorded", subjectId: "late" }]);
    isNumbered.resolve();
    await held.promise;
  });
  await isNumbered.promise;
  await emit("run.updated");
  const first = await follow(token, { cursor: await cursorOf(token) });
  await emit("entity.changed");
  await expect.poll(() => first.heard, soon).toEqual(["entity.changed"]);
  first.stop();
  await emit("scorecard.updated");
  held.resolve();
  await late;
  const second = await follow(token, { cursor: first.cursor });
  await expect.poll(() => second.heard.toSorted(), soon).toEqual(["incident.recorded", "scorecard.updated"]);
  const third = await follow(token, { cursor: second.cursor });
  await pause(100);
  expect(third.heard).toEqual([]);
});

test("who missed more than can be told, or has a cursor that says nothing, is told to read everything again", async () => {
  const token = await signIn("viewer");
  const cursor = await cursorOf(token);
  await tenantTransaction({ orgId: org.id }, (tx) =>
    writeOutbox(
      { org },
      tx,
      Array.from({ length: 501 }, (_, at) => ({ topic: "run.logged", subjectId: `${at}` })),
    ),
  );
  const [snapshot] = cursor.split("@");
  const wrong = [
    cursor,
    `${snapshot}@1000000000`,
    "9000000000000000:9000000000000000:@2000000000",
    "2:1:@2000000000",
    "17",
    "'",
  ];
  for (const given of wrong) {
    const stream = await follow(token, { cursor: given });
    await expect.poll(() => stream.heard, { ...soon, message: given }).toEqual(["resync"]);
  }
});

test("whoever was signed out, removed or has another role is told within a second, and others are not", async () => {
  const [mine, second] = [await signIn("member"), await signIn("member")];
  const [one, two] = [await follow(mine), await follow(second)];
  await endSession(mine);
  await expect.poll(() => [one.heard, one.isOver], soon).toEqual([["ended"], true]);
  expect([two.heard, two.isOver]).toEqual([[], false]);

  const personId = org.as("member").actor.id ?? "";
  await changeRole.call(org.as("admin"), { personId, role: "viewer" });
  // A change of their own rights is also in their inbox.
  await expect.poll(() => two.heard.toSorted(), soon).toEqual(["member.changed", "notification.changed", "resync"]);
  await removeMember.call(org.as("admin"), { personId });
  await expect.poll(() => [two.heard.at(-1), two.isOver], soon).toEqual(["ended", true]);

  const { token, id } = await createKey.call(org.as("admin"), { name: "pipeline", role: "viewer" });
  const key = await follow(token);
  await database.owner`update api_keys set revoked_at = now() where id = ${id}`;
  await expect.poll(() => key.isOver, soon).toBe(true);
});

test("signing out everywhere ends every stream of this person within a second, and nobody else's", async () => {
  const mine = [await follow(await signIn("viewer")), await follow(await signIn("viewer"))];
  const other = await follow(await signIn("admin"));
  await revokeSessions.call(org.as("viewer"), { keepsCurrent: false });
  await expect
    .poll(() => mine.map(({ heard, isOver }) => [heard.at(-1), isOver]), soon)
    .toEqual([
      ["ended", true],
      ["ended", true],
    ]);
  expect(other.isOver).toBe(false);
});

test("a stream goes on when the database dropped the connection that listens, and misses nothing", async () => {
  const stream = await follow(await signIn("viewer"));
  await database.owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'causeway live'`;
  await emit("run.updated");
  await expect.poll(() => stream.heard, { timeout: 12_000 }).toEqual(["run.updated"]);
}, 20_000);

test("closing ends every stream", async () => {
  const stream = await follow(await signIn("viewer"));
  expect(countStreams()).toBe(1);
  closeStreams();
  await expect.poll(() => stream.isOver, soon).toBe(true);
  expect(countStreams()).toBe(0);
});

test("old events are deleted, new ones stay", async () => {
  await database.owner`insert into outbox_events (org_id, topic, subject_id, at) select ${org.id}, 'run.updated', 'old', now() - interval '3 days' from generate_series(1, 6000)`;
  await emit("run.updated", "new");
  expect(await deleteOldEvents()).toBe(6_000);
  const left = await tenantTransaction({ orgId: org.id }, (tx) =>
    tx.execute<{ subject: string }>(
      sql`select distinct subject_id as subject from outbox_events where subject_id in ('old', 'new')`,
    ),
  );
  expect(left.map(({ subject }) => subject)).toEqual(["new"]);
});

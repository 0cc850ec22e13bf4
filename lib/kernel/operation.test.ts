import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { registerSubscribers } from "#lib/kernel/events.ts";
import { command, query, readTransaction } from "#lib/kernel/operation.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
});
afterEach(() => registerSubscribers([]));
afterAll(closeTestDatabase);

const ran = vi.fn();
const Input = z.strictObject({
  name: z.string().min(2, "Use at least 2 characters"),
  parts: z.array(z.strictObject({ size: z.number() })).default([]),
});
type Extra = { isAudited?: boolean; afterwards?: () => Promise<void>; topics?: string[]; job?: string };
let extra: Extra = {};

const saveThing = command({
  name: "thing.save",
  permission: "entity:write",
  route: { method: "POST", path: "/things", summary: "Save a thing" },
  input: Input,
  output: z.object({ name: z.string() }),
  async run({ ctx, tx, input, audit, emit, enqueue }) {
    ran(input);
    await tx.execute(
      sql`insert into blueprints (org_id, identifier, title, plural_title) values (${ctx.org.id}::uuid, ${input.name}, 'x', 'x')`,
    );
    if (extra.isAudited !== false)
      audit({ subjectKind: "thing", subjectId: input.name, subjectName: input.name, after: { name: input.name } });
    for (const topic of extra.topics ?? [])
      await emit({ topic, subjectId: input.name, payload: { name: input.name }, detail: { secret: 1 } });
    if (extra.job !== undefined)
      await enqueue(extra.job, { name: input.name, orgId: "chosen by the caller" }, { jobKey: "one" });
    await extra.afterwards?.();
    return { name: input.name };
  },
});

const countThings = query({
  name: "thing.count",
  permission: "entity:read",
  route: { method: "GET", path: "/things", summary: "Count things" },
  input: z.strictObject({}),
  output: z.object({ count: z.number() }),
  async run({ tx }) {
    const [row] = await tx.execute<{ count: number }>(sql`select count(*)::int as count from blueprints`);
    return { count: row?.count ?? -1 };
  },
});

async function save(name: string, options: Extra = {}) {
  extra = options;
  return saveThing.call(org.as("member"), { name });
}
const stored = async (name: string) =>
  (await database.owner`select 1 from blueprints where org_id = ${org.id} and identifier = ${name}`).length;

describe("who and what", () => {
  test("the permission is checked before the input, and nothing runs", async () => {
    ran.mockClear();
    await expect(saveThing.call(org.as("viewer"), { name: "" })).rejects.toMatchObject({
      code: "forbidden",
      fields: [],
    });
    expect(ran).not.toHaveBeenCalled();
  });

  test("a problem of the input names its field, however deep, and nothing runs", async () => {
    const wrong = { name: "a", parts: [{ size: 1 }, { size: "big" }] } as unknown as z.input<typeof Input>;
    const error: unknown = await saveThing.call(org.as("member"), wrong).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: "invalid",
      fields: [{ path: "name", message: "Use at least 2 characters" }, { path: "parts.1.size" }],
    });
    const unknownKey = { name: "fine", extra: 1 } as z.input<typeof Input>;
    await expect(saveThing.call(org.as("member"), unknownKey)).rejects.toMatchObject({ code: "invalid" });
    expect(ran).not.toHaveBeenCalled();
  });

  test("an answer that is not of its declared form is our mistake, and is not given out", async () => {
    const wrong = query({
      ...countThings,
      output: z.object({ count: z.string() }),
      run: async () => ({ count: 1 }) as unknown as { count: string },
    });
    await expect(wrong.call(org.as("viewer"), {})).rejects.toMatchObject({ code: "internal" });
  });
});

describe("a command", () => {
  test("commits, and writes who did it through which door", async () => {
    await expect(save("kept")).resolves.toEqual({ name: "kept" });
    expect(await stored("kept")).toBe(1);
    const ctx = org.as("member");
    const entries = await database.owner`select * from audit_entries where org_id = ${org.id} and subject_id = 'kept'`;
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      operation: "thing.save",
      door: "page",
      actor_kind: "user",
      actor_id: ctx.actor.id,
      request_id: ctx.requestId,
      before: null,
      after: { name: "kept" },
    });
  });

  test("without an audit entry saves nothing", async () => {
    await expect(save("unaudited", { isAudited: false })).rejects.toMatchObject({ code: "internal" });
    expect(await stored("unaudited")).toBe(0);
  });

  test("that fails late saves nothing, no audit and no event either", async () => {
    const failure = new AppError("conflict", "No.");
    await expect(save("late", { topics: ["thing.saved"], afterwards: () => Promise.reject(failure) })).rejects.toBe(
      failure,
    );
    expect(await stored("late")).toBe(0);
    expect(
      await database.owner`select 1 from audit_entries where org_id = ${org.id} and subject_id = 'late'`,
    ).toHaveLength(0);
    expect(
      await database.owner`select 1 from outbox_events where org_id = ${org.id} and subject_id = 'late'`,
    ).toHaveLength(0);
  });

  test("joins the transaction that it is given: both are saved or neither is", async () => {
    extra = {};
    const both = tenantTransaction({ orgId: org.id }, async (tx) => {
      await saveThing.call(org.as("member"), { name: "joined" }, tx);
      await saveThing.call(org.as("member"), { name: "joined" }, tx);
    });
    await expect(both).rejects.toMatchObject({ code: "conflict" });
    expect(await stored("joined")).toBe(0);
  });

  test("cannot hide a failed statement and commit the rest", async () => {
    extra = {};
    const hidden = tenantTransaction({ orgId: org.id }, async (tx) => {
      await saveThing.call(org.as("member"), { name: "hidden" }, tx);
      await tx.execute(sql`select 1 / 0`).catch(() => {});
    });
    await expect(hidden).rejects.toThrow();
    expect(await stored("hidden")).toBe(0);
  });
});

describe("events", () => {
  test("are stored with the change and announced once, without content", async () => {
    const heard: string[] = [];
    const listening = await database.owner.listen("causeway", (payload) => void heard.push(payload));
    await save("announced", { topics: ["thing.saved", "thing.saved", "thing.seen"] });
    const rows =
      await database.owner`select topic, payload, transaction_id::text as transaction from outbox_events where org_id = ${org.id} and subject_id = 'announced' order by id`;
    expect(rows.map((row) => row["topic"])).toEqual(["thing.saved", "thing.saved", "thing.seen"]);
    expect(rows[0]?.["payload"]).toEqual({ name: "announced" });
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    await pause(100);
    expect(heard.map((text) => JSON.parse(text) as unknown)).toEqual([
      { org: org.id, transaction: rows[0]?.["transaction"] },
    ]);
    await listening.unlisten();
  });

  test("reach their inline subscribers together, inside the transaction, with what is too large to store", async () => {
    const run = vi.fn(
      async ({ tx, events }: Parameters<Parameters<typeof registerSubscribers>[0][number]["run"]>[0]) => {
        await tx.execute(sql`update blueprints set title = ${`seen ${events.length}`} where identifier = 'subscribed'`);
      },
    );
    registerSubscribers([{ topic: "thing.saved", name: "mark", run }]);
    await save("subscribed", { topics: ["thing.saved", "thing.saved", "thing.seen"] });
    expect(run).toHaveBeenCalledTimes(1);
    expect(run.mock.calls[0]?.[0].events[0]?.detail).toEqual({ secret: 1 });
    const [row] =
      await database.owner`select title from blueprints where org_id = ${org.id} and identifier = 'subscribed'`;
    expect(row?.["title"]).toBe("seen 2");
  });

  test("an inline subscriber that fails takes the change with it, and the other way round", async () => {
    registerSubscribers([{ topic: "thing.saved", name: "refuse", run: () => Promise.reject(new Error("broken")) }]);
    await expect(save("refused", { topics: ["thing.saved"] })).rejects.toMatchObject({ code: "internal" });
    expect(await stored("refused")).toBe(0);
    registerSubscribers([
      {
        topic: "thing.saved",
        name: "add",
        run: async ({ ctx, tx }) =>
          void (await tx.execute(
            sql`insert into blueprints (org_id, identifier, title, plural_title) values (${ctx.org.id}::uuid, 'added', 'x', 'x')`,
          )),
      },
    ]);
    const undone = tenantTransaction({ orgId: org.id }, async (tx) => {
      extra = { topics: ["thing.saved"] };
      await saveThing.call(org.as("member"), { name: "undone" }, tx);
      throw new Error("changed our mind");
    });
    await expect(undone).rejects.toThrow("changed our mind");
    expect(await stored("added")).toBe(0);
  });
});

describe("jobs", () => {
  const jobs = (task: string) => database.owner<{ payload: unknown; key: string }[]>`
    select j.payload, j.key from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task}`;

  test("belong to the transaction's organization, whatever the payload says", async () => {
    await save("queued", { job: "thing.tidy" });
    expect(await jobs("thing.tidy")).toEqual([
      { payload: { orgId: org.id, payload: { name: "queued", orgId: "chosen by the caller" } }, key: `${org.id}:one` },
    ]);
    const other = await testOrg();
    extra = { job: "thing.tidy" };
    await saveThing.call(other.as("member"), { name: "queued" });
    // The same key in another organization is another job.
    expect((await jobs("thing.tidy")).map(({ key }) => key).sort()).toEqual(
      [`${org.id}:one`, `${other.id}:one`].sort(),
    );
  });

  test("exist exactly when their change does, and never without an organization", async () => {
    await expect(
      save("unqueued", { job: "thing.forget", afterwards: () => Promise.reject(new Error("no")) }),
    ).rejects.toThrow();
    expect(await jobs("thing.forget")).toEqual([]);
    await expect(
      tenantTransaction({ orgId: "" }, (tx) =>
        tx.execute(sql`select graphile_worker.enqueue_job('x', '{}', null, null)`),
      ),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining("needs the organization") },
    });
  });
});

describe("a query", () => {
  test("sees its organization only and cannot write", async () => {
    const other = await testOrg();
    await save("mine");
    expect((await countThings.call(org.as("viewer"), {})).count).toBeGreaterThan(0);
    const empty = await database.owner`select 1 from blueprints where org_id = ${other.id}`;
    expect((await countThings.call(other.as("viewer"), {})).count).toBe(empty.length);
    const writing = query({
      ...countThings,
      run: async ({ tx }) => void (await tx.execute(sql`delete from blueprints`)) as never,
    });
    await expect(writing.call(org.as("admin"), {})).rejects.toMatchObject({ code: "internal" });
  });

  test("several share one read transaction", async () => {
    const ctx = org.as("viewer");
    const [one, other] = await readTransaction(ctx, (tx) =>
      Promise.all([countThings.call(ctx, {}, tx), countThings.call(ctx, {}, tx)]),
    );
    expect(one).toEqual(other);
  });
});

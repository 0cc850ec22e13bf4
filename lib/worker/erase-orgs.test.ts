import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JobHelpers } from "graphile-worker";
import pg from "pg";
import type { ISql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { runSeed } from "#db/seed/main.ts";
import { closeTestDatabase, type TestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { repositoriesPath } from "#lib/actions/repositories/repository-path.ts";
import { useTestDataDirectory } from "#lib/actions/testing.ts";
import { anchorsOf, readAnchors } from "#lib/audit/anchors/read-anchors.ts";
import { anchorsPath } from "#lib/audit/anchors/write-anchors.ts";
import { addOrg } from "#lib/identity/orgs/add-org.ts";
import { deleteOrg } from "#lib/identity/orgs/delete-org.ts";
import { renameOrg } from "#lib/identity/orgs/rename-org.ts";
import { restoreOrg } from "#lib/identity/orgs/restore-org.ts";
import { defineJob } from "#lib/kernel/jobs/define-job.ts";
import { enqueueJob } from "#lib/kernel/jobs/enqueue-job.ts";
import { eraseDueOrgs } from "#lib/worker/erase-orgs.ts";
import { taskListOf } from "#lib/worker/task-list.ts";
import { countRows, fillTables, orgTables } from "./fixtures/fill-tables.ts";

const secret = "a secret of tests that is long enough for anchors";
let database: TestDatabase;
let dataDirectory: string;
let jobs: pg.Pool;
beforeAll(async () => {
  dataDirectory = useTestDataDirectory();
  database = await testDatabase();
  jobs = new pg.Pool({ connectionString: process.env["CAUSEWAY_JOBS_DATABASE_URL"], max: 2 });
});
afterAll(async () => {
  await jobs.end();
  await closeTestDatabase();
});

const anchors = () => ({ path: anchorsPath(dataDirectory), secret });
const idOf = async (slug: string) =>
  (await database.owner<{ org_id: string }[]>`select org_id from orgs where slug = ${slug}`)[0]?.org_id ?? "";

/** Everything that is not an organization's, and everything of one: table by table, as one hash each. */
async function fingerprints(orgId: string, reader: ISql = database.owner): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const { name, column } of await orgTables(reader)) {
    const [row] = await reader.unsafe<{ print: string }[]>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t where ${column} = '${orgId}'`,
    );
    prints[`${name}.${column}`] = row?.print ?? "";
  }
  return prints;
}

async function endTime(orgId: string): Promise<void> {
  await database.owner`update orgs set deleted_at = now() - interval '31 days', erase_at = now() - interval '1 day' where org_id = ${orgId}`;
}

test("erasing takes every row, file and job of the organization, and nothing of another", async () => {
  expect(await runSeed(["harbourline"], () => {})).toBe(0);
  const [gone, stays] = [await idOf("harbourline"), await idOf("northwind-labs")];
  await fillTables(database.owner, gone);
  await fillTables(database.owner, stays);
  const counts = async (orgId: string) =>
    Promise.all(
      (await orgTables(database.owner)).map(async (table) => [
        table.name,
        await countRows(database.owner, table, orgId),
      ]),
    );
  // No table was forgotten: each has rows of both.
  for (const orgId of [gone, stays]) expect((await counts(orgId)).filter(([, count]) => count === 0)).toEqual([]);
  for (const orgId of [gone, stays]) {
    mkdirSync(join(repositoriesPath(orgId), "one.git"), { recursive: true });
    writeFileSync(join(repositoriesPath(orgId), "one.git", "HEAD"), "ref: refs/heads/main");
    await tenantTransaction({ orgId }, (tx) => enqueueJob(tx, "test.waiting", {}, { runAt: new Date("2099-01-01") }));
  }
  const jobsOf = (orgId: string) =>
    database.owner`select 1 from graphile_worker._private_jobs where payload ->> 'orgId' = ${orgId}`;
  const people = await database.owner`select id, email from people order by id`;
  await jobs.query("select seal_audit_entries(100000)");
  const before = await fingerprints(stays);
  const [head] = await database.owner<{ seq: string; hash: string }[]>`
    select seq::text, encode(hash, 'hex') as hash from audit_seals where org_id = ${gone} order by audit_seals.seq desc limit 1`;

  // Not before its time, neither when it is deleted nor when it is not.
  expect(await eraseDueOrgs(jobs, anchors())).toEqual([]);
  await database.owner`update orgs set deleted_at = now(), erase_at = now() + interval '1 minute' where org_id = ${gone}`;
  expect(await eraseDueOrgs(jobs, anchors())).toEqual([]);
  await expect(jobs.query("select erase_org_rows($1, 10)", [gone])).rejects.toThrow("not to be erased now");
  await endTime(gone);
  expect(await eraseDueOrgs(jobs, anchors())).toEqual([gone]);

  expect((await counts(gone)).filter(([, count]) => count !== 0)).toEqual([]);
  expect(existsSync(repositoriesPath(gone))).toBe(false);
  expect(await jobsOf(gone)).toHaveLength(0);
  expect(await fingerprints(stays)).toEqual(before);
  expect(existsSync(join(repositoriesPath(stays), "one.git", "HEAD"))).toBe(true);
  expect(await jobsOf(stays)).not.toHaveLength(0);
  // Accounts are people's own: they may work elsewhere.
  expect(await database.owner`select id, email from people order by id`).toEqual(people);
  // What stays of the audit log is where it ended.
  const last = anchorsOf((await readAnchors(anchors().path, secret)).anchors, gone).at(-1);
  expect(last).toMatchObject({ kind: "erasure", slug: "harbourline", seq: Number(head?.seq), hash: head?.hash });
  expect(await eraseDueOrgs(jobs, anchors())).toEqual([]);
});

test("nobody gets the address of what was erased, nor one that it had before", async () => {
  const [org, other] = [await testOrg(), await testOrg()];
  const slug = `org-${randomUUID().slice(0, 12)}`;
  await renameOrg.call(org.as("admin"), { name: "Renamed", slug });
  await endTime(org.id);
  expect(await eraseDueOrgs(jobs, undefined)).toEqual([org.id]);
  for (const taken of [slug, org.slug])
    await expect(addOrg.call(other.as("admin"), { name: "Pretender", slug: taken })).rejects.toMatchObject({
      code: "conflict",
      fields: [{ path: "slug" }],
    });
  const kept = await database.owner`select encode(slug_hash, 'escape') as hash from erased_slugs`;
  expect(JSON.stringify(kept)).not.toContain(slug);
});

test("the app cannot erase", async () => {
  const org = await testOrg();
  await endTime(org.id);
  await expect(
    tenantTransaction({ orgId: org.id }, (tx) => tx.execute(`select erase_org_rows('${org.id}', 10)`)),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
  expect(await eraseDueOrgs(jobs, undefined)).toEqual([org.id]);
});

describe("a job of a deleted organization", () => {
  const ran: string[] = [];
  const job = defineJob({
    name: "test.noted",
    payload: z.object({ note: z.string() }),
    run: async ({ payload }) => void ran.push(payload.note),
  });
  const [task] = Object.values(taskListOf([job]));

  test("waits for its end with what it carries, and runs when it is back", async () => {
    const org = await testOrg();
    const added: unknown[] = [];
    const helpers = {
      job: { key: "one", priority: 3, max_attempts: 25, attempts: 1 },
      addJob: async (...given: unknown[]) => void added.push(given),
      abortSignal: new AbortController().signal,
    } as unknown as JobHelpers;
    const envelope = { orgId: org.id, payload: { note: "kept" } };
    const { eraseAt } = await deleteOrg.call(org.as("admin"), { slug: org.slug });
    await task?.(envelope, helpers);
    expect(ran).toEqual([]);
    expect(added).toEqual([
      ["test.noted", envelope, { runAt: new Date(eraseAt), priority: 3, maxAttempts: 25, jobKey: "one" }],
    ]);
    await restoreOrg.call(org.as("admin"), {});
    await task?.(envelope, helpers);
    expect(ran).toEqual(["kept"]);
  });
});

test("an owner of the database that is no superuser erases as well, and reaches one organization only", async () => {
  const [gone, stays] = [await testOrg(), await testOrg()];
  await endTime(gone.id);
  const before = await fingerprints(stays.id);
  const rolledBack = new Error("rolled back");
  let after: unknown;
  const work = database.owner.begin(async (transaction) => {
    // Row-level security holds this role; it held the superuser of the tests above not.
    await transaction.unsafe(`create role plain_owner nosuperuser; grant usage on schema public to plain_owner;
      alter function erase_org_rows owner to plain_owner`);
    const tables = await transaction<{ name: string; has_policy: boolean }[]>`
      select c.oid::regclass::text as name, exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'erasure') as has_policy
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;
    for (const { name, has_policy } of tables) {
      await transaction.unsafe(`alter table ${name} owner to plain_owner`);
      if (has_policy) await transaction.unsafe(`alter policy erasure on ${name} to plain_owner`);
    }
    for (let erased = 1; erased > 0; )
      erased =
        (await transaction<{ erased: number }[]>`select erase_org_rows(${gone.id}, 10) as erased`)[0]?.erased ?? 0;
    after = await fingerprints(stays.id, transaction);
    expect(Object.values(await fingerprints(gone.id, transaction)).filter((print) => !print.startsWith("0 "))).toEqual(
      [],
    );
    throw rolledBack;
  });
  await expect(work).rejects.toBe(rolledBack);
  expect(after).toEqual(before);
});

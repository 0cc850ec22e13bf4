import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { createKey } from "#lib/identity/keys/create-key.ts";
import { resolveKey } from "#lib/identity/keys/resolve-key.ts";
import { deleteOrg, graceDays } from "#lib/identity/orgs/delete-org.ts";
import { findCurrentSlug } from "#lib/identity/orgs/find-current-slug.ts";
import { listDeletedOrgs } from "#lib/identity/orgs/list-deleted-orgs.ts";
import { renameOrg } from "#lib/identity/orgs/rename-org.ts";
import { restoreOrg } from "#lib/identity/orgs/restore-org.ts";
import { resolveSession } from "#lib/identity/sessions/resolve-session.ts";
import { makeContext } from "#lib/kernel/context.ts";
import { enqueueJob } from "#lib/kernel/jobs/enqueue-job.ts";
import type { Role } from "#lib/kernel/permissions.ts";
import { makeToken } from "#lib/kernel/tokens.ts";

let database: TestDatabase;
let other: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  other = await testOrg();
});
afterAll(closeTestDatabase);

const personOf = (of: TestOrg, role: Role) => of.as(role).actor.personId ?? "";
const remove = (of: TestOrg) => deleteOrg.call(of.as("admin"), { slug: of.slug });

async function signIn(of: TestOrg, role: Role): Promise<string> {
  const { token, hash } = makeToken("session");
  await database.owner`insert into sessions (token_hash, person_id, expires_at) values (${hash}, ${personOf(of, role)}, now() + interval '1 hour')`;
  return token;
}
const slugsOf = async (token: string) => (await resolveSession(token))?.orgs.map(({ slug }) => slug);

test("deleting closes it for everybody at once, and restoring opens it again with everything in it", async () => {
  const org = await testOrg();
  const tokens = [await signIn(org, "admin"), await signIn(org, "viewer")];
  const { token } = await createKey.call(org.as("admin"), { name: "k", scopes: ["org:read"], expiresInDays: 1 });
  const former = org.slug;
  const slug = `org-${randomUUID().slice(0, 12)}`;
  await renameOrg.call(org.as("admin"), { name: "Renamed", slug });
  const renamed = { ...org.as("admin"), org: { ...org.as("admin").org, slug } };

  const { eraseAt } = await deleteOrg.call(renamed, { slug });
  expect(Date.parse(eraseAt) - Date.now()).toBeGreaterThan((graceDays - 1) * 86_400_000);
  for (const session of tokens) expect(await slugsOf(session)).toEqual([]);
  expect(await resolveKey(token, "internet")).toBeNull();
  expect(await findCurrentSlug(personOf(org, "admin"), former)).toBeNull();
  expect((await listDeletedOrgs(personOf(org, "admin"))).map((one) => one.slug)).toEqual([slug]);
  for (const [of, role] of [
    [org, "viewer"],
    [org, "member"],
    [other, "admin"],
  ] as const)
    expect(await listDeletedOrgs(personOf(of, role))).toEqual([]);

  await restoreOrg.call(renamed, {});
  for (const session of tokens) expect(await slugsOf(session)).toEqual([slug]);
  expect(await resolveKey(token, "internet")).not.toBeNull();
  expect(await findCurrentSlug(personOf(org, "admin"), former)).toBe(slug);
  expect(await listDeletedOrgs(personOf(org, "admin"))).toEqual([]);
  const entries =
    await database.owner`select operation, after from audit_entries where org_id = ${org.id} and operation in ('org.delete', 'org.restore') order by id`;
  expect([...entries]).toEqual([
    { operation: "org.delete", after: { eraseAt } },
    { operation: "org.restore", after: { restored: true } },
  ]);
  const topics =
    await database.owner`select topic from outbox_events where org_id = ${org.id} and topic in ('org.deleted', 'org.restored') order by id`;
  expect(topics.map(({ topic }) => topic as string)).toEqual(["org.deleted", "org.restored"]);
});

test("is an admin's and a person's, and takes the address typed", async () => {
  const org = await testOrg();
  for (const role of ["viewer", "member"] as const) {
    await expect(deleteOrg.call(org.as(role), { slug: org.slug })).rejects.toMatchObject({ code: "forbidden" });
    await expect(restoreOrg.call(org.as(role), {})).rejects.toMatchObject({ code: "forbidden" });
  }
  const key = makeContext({ ...org.as("admin"), actor: { kind: "key", id: "k", name: "k" }, door: "rest" });
  await expect(deleteOrg.call(key, { slug: org.slug })).rejects.toMatchObject({ code: "forbidden" });
  for (const slug of ["", "other", `${org.slug} `])
    await expect(deleteOrg.call(org.as("admin"), { slug })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "slug" }],
    });
  await expect(restoreOrg.call(org.as("admin"), {})).rejects.toMatchObject({ code: "conflict" });
  const gone =
    await database.owner`select 1 from orgs where deleted_at is not null and org_id in (${org.id}, ${other.id})`;
  expect(gone).toHaveLength(0);
});

test("what is over is over: after its time nobody brings it back", async () => {
  const org = await testOrg();
  await remove(org);
  await expect(remove(org)).rejects.toMatchObject({ code: "not_found" });
  await database.owner`update orgs set erase_at = now() - interval '1 second' where org_id = ${org.id}`;
  expect(await listDeletedOrgs(personOf(org, "admin"))).toEqual([]);
  await expect(restoreOrg.call(org.as("admin"), {})).rejects.toMatchObject({ code: "not_found" });
});

test("jobs that waited for its end run when it is brought back, and nobody else's do", async () => {
  const org = await testOrg();
  const { eraseAt } = await remove(org);
  for (const each of [org, other])
    await tenantTransaction({ orgId: each.id }, async (tx) => {
      await enqueueJob(tx, "test.held", {}, { runAt: new Date(eraseAt) });
      await enqueueJob(tx, "test.planned", {}, { runAt: new Date("2099-01-01T00:00:00Z") });
    });
  await restoreOrg.call(org.as("admin"), {});
  const waiting = (of: TestOrg) =>
    tenantTransaction({ orgId: of.id }, (tx) =>
      tx.execute<{ job: string; state: string }>(
        sql`select job, state from graphile_worker.jobs_of_org() where job in ('test.held', 'test.planned') order by job`,
      ),
    );
  expect((await waiting(org)).map(({ state }) => state)).toEqual(["waiting", "scheduled"]);
  expect((await waiting(other)).map(({ state }) => state)).toEqual(["scheduled", "scheduled"]);
});

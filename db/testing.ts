import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { inject } from "vitest";
import { closeDatabases } from "#db/client.ts";
import { roleUrl } from "#db/roles.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { createOrg } from "#lib/identity/orgs/create-org.ts";
import { type Context, makeContext } from "#lib/kernel/context.ts";
import { registerSubscribers } from "#lib/kernel/events.ts";
import type { Role } from "#lib/kernel/permissions.ts";
import { inlineSubscribers } from "#lib/subscriptions.ts";

export type TestDatabase = { owner: Sql; ownerUrl: string; secret: string };

let made: Promise<TestDatabase> | undefined;

/** Whether the full-size forms of tests should run (`npm run test:long`). */
export function isLongRun(): boolean {
  return inject("testLong");
}

/**
 * A migrated database of this test file's own, cloned from a template; `settings()` points at it. Call it in `beforeAll`.
 * `owner` sees every row of every organization: for looking at what was stored, never for what the product would do.
 */
export function testDatabase(): Promise<TestDatabase> {
  made ??= makeDatabase();
  return made;
}

async function makeDatabase(): Promise<TestDatabase> {
  const { adminUrl, secret, template } = inject("database");
  const name = `causeway_test_${process.env["VITEST_POOL_ID"] ?? "0"}_${randomUUID().slice(0, 8)}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  // A template can be cloned by one session at a time.
  await admin`select pg_advisory_lock(hashtext('causeway template'))`;
  await admin.unsafe(`create database ${name} template ${template} strategy file_copy`);
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const ownerUrl = url.href;
  process.env["CAUSEWAY_APP_DATABASE_URL"] = roleUrl(ownerUrl, "app", secret);
  process.env["CAUSEWAY_QUERY_DATABASE_URL"] = roleUrl(ownerUrl, "query", secret);
  process.env["CAUSEWAY_JOBS_DATABASE_URL"] = roleUrl(ownerUrl, "jobs", secret);
  registerSubscribers(inlineSubscribers);
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => {} });
  return { owner, ownerUrl, secret };
}

/** Closes what `testDatabase` opened. Call it in `afterAll`. The database goes with its cluster. */
export async function closeTestDatabase(): Promise<void> {
  const database = await made;
  await closeDatabases();
  await database?.owner.end({ timeout: 5 });
}

export type TestOrg = { id: string; slug: string; as(role: Role): Context };

/** A new organization with one person of each role, made through the operations. */
export async function testOrg(slug = `org-${randomUUID().slice(0, 8)}`): Promise<TestOrg> {
  const org = { id: randomUUID(), slug, name: `Test ${slug}`, timeZone: "Europe/Berlin" };
  const seed = makeContext({ org, actor: { kind: "system", id: null, name: "test" }, role: "admin", door: "seed" });
  await tenantTransaction({ orgId: org.id }, (tx) =>
    createOrg.call(seed, { slug, name: org.name, timeZone: org.timeZone }, tx),
  );
  const contexts = new Map<Role, Context>();
  for (const role of ["viewer", "member", "admin"] as const) {
    const email = `${role}@${slug}.example`;
    const { personId } = await addMember.call(seed, { email, name: `${role} of ${slug}`, role });
    contexts.set(
      role,
      makeContext({
        org,
        actor: { kind: "user", id: personId, personId, name: `${role} of ${slug}`, email },
        role,
        door: "page",
      }),
    );
  }
  return {
    id: org.id,
    slug,
    as(role) {
      const context = contexts.get(role);
      if (context === undefined) throw new Error(`No ${role}`);
      return context;
    },
  };
}

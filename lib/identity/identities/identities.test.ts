import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { listIdentities } from "#lib/identity/identities/list-identities.ts";
import { makeContext } from "#lib/kernel/context.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
});
afterAll(closeTestDatabase);

const insert = (personId: string | null, parts: { subject: string; login?: string }) => database.owner`
  insert into identities (person_id, provider, issuer, subject, login)
  values (${personId}, 'github', 'https://github.com', ${parts.subject}, ${parts.login ?? null})`;

test("everybody sees their own accounts at providers, and nobody else's; a key has none", async () => {
  await insert(org.as("member").actor.id, { subject: "1", login: "mateo" });
  await insert(org.as("viewer").actor.id, { subject: "2", login: "nora" });
  expect(await listIdentities.call(org.as("member"), {})).toMatchObject({
    items: [{ provider: "github", login: "mateo", lastUsedAt: null }],
    hasPassword: false,
  });
  const key = { kind: "key", id: randomUUID(), name: "a key" } as const;
  const ctx = makeContext({ org: org.as("admin").org, actor: key, role: "admin", door: "rest" });
  await expect(listIdentities.call(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
});

test("one account at a provider is one person's", async () => {
  await insert(org.as("member").actor.id, { subject: "once" });
  await expect(insert(org.as("viewer").actor.id, { subject: "once" })).rejects.toMatchObject({ code: "23505" });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, testDatabase } from "#db/testing.ts";
import { signInWithAccount } from "#lib/identity/identities/sign-in-with-account.ts";
import { setUpOrgWithAccount } from "#lib/identity/orgs/set-up-org.ts";
import type { ProviderAccount } from "#lib/identity/providers/schema.ts";
import { createSetupLink } from "#lib/identity/sessions/create-setup-link.ts";
import { resolveSession } from "#lib/identity/sessions/resolve-session.ts";
import { hashToken, makeToken } from "#lib/kernel/tokens.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const account: ProviderAccount = {
  provider: "oidc",
  issuer: "https://id.example",
  subject: "ines",
  email: "ines@harbourline.example",
  isEmailVerified: true,
  login: "ines",
  name: "Ines Okafor",
};
const org = { orgName: "Harbourline", slug: "harbourline", timeZone: "UTC" };

test("the first admin may come from a provider that confirms an address, with the setup link, once", async () => {
  const tokenHash = hashToken((await createSetupLink())?.split("#")[1] ?? "");
  const setUp = (parts: Partial<ProviderAccount>, hash = tokenHash) =>
    setUpOrgWithAccount({ ...org, tokenHash: hash }, { ...account, ...parts }, null);
  await expect(setUp({ isEmailVerified: false })).rejects.toMatchObject({ reason: "no-email" });
  await expect(setUp({ email: null })).rejects.toMatchObject({ reason: "no-email" });
  await expect(setUp({}, makeToken("link").hash)).rejects.toMatchObject({ code: "not_found" });
  expect(await database.owner`select 1 from orgs union all select 1 from people`).toHaveLength(0);

  const { slug, session } = await setUp({});
  expect(slug).toBe("harbourline");
  const made = await resolveSession(session);
  expect(made).toMatchObject({
    person: { name: "Ines Okafor", email: "ines@harbourline.example" },
    orgs: [{ slug: "harbourline", role: "admin" }],
  });
  const again = await signInWithAccount(account, null);
  expect((await resolveSession(again ?? undefined))?.person.id).toBe(made?.person.id);
  await expect(setUp({ subject: "intruder", email: "intruder@harbourline.example" })).rejects.toMatchObject({
    code: "not_found",
  });
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { acceptInvitation } from "#lib/identity/invitations/accept-invitation.ts";
import { createInvitation } from "#lib/identity/invitations/create-invitation.ts";
import { findInvitation } from "#lib/identity/invitations/find-invitation.ts";
import { joinSignedIn, joinWithAccount, joinWithPassword } from "#lib/identity/invitations/join-by-invitation.ts";
import { listInvitations } from "#lib/identity/invitations/list-invitations.ts";
import { resendInvitation } from "#lib/identity/invitations/resend-invitation.ts";
import { revokeInvitation } from "#lib/identity/invitations/revoke-invitation.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import type { ProviderAccount } from "#lib/identity/providers/schema.ts";
import { resolveSession } from "#lib/identity/sessions/resolve-session.ts";
import { hashToken, makeToken } from "#lib/kernel/tokens.ts";

let database: TestDatabase;
let org: TestOrg;
let other: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  [org, other] = [await testOrg(), await testOrg()];
});
afterAll(closeTestDatabase);

const password = "correct horse battery";
const freshEmail = () => `${randomUUID()}@harbourline.example`;
const account = (parts: Partial<ProviderAccount> = {}): ProviderAccount => ({
  provider: "oidc",
  issuer: "https://id.example",
  subject: randomUUID(),
  email: freshEmail(),
  isEmailVerified: true,
  login: null,
  name: "Robin Vega",
  ...parts,
});
const tokenOf = (link: string) => new URL(link).hash.slice(1);
async function invite(role: "viewer" | "member" | "admin" = "member", email = freshEmail()) {
  const made = await createInvitation.call(org.as("admin"), { email, role });
  return { ...made, email, token: tokenOf(made.link) };
}
async function person(of = org) {
  const email = freshEmail();
  const { personId } = await addMember.call(of.as("admin"), { email, name: "Somebody", role: "viewer", password });
  return { id: personId, name: "Somebody", email };
}
const roleOf = async (personId: string) =>
  (await database.owner`select role from memberships where org_id = ${org.id} and person_id = ${personId}`)[0]?.[
    "role"
  ];
const auditOf = (id: string) => database.owner<{ operation: string; actor_id: string; after: unknown }[]>`
  select operation, actor_id, after from audit_entries where org_id = ${org.id} and subject_id = ${id} order by id`;
const gone = { code: "not_found" };

describe("an invitation", () => {
  test("is a link that is shown once, listed, renewed and taken back, on record", async () => {
    const { id, token, email } = await invite();
    expect(await findInvitation(token)).toMatchObject({ org: { id: org.id }, email, role: "member" });
    const stored = JSON.stringify(await database.owner`select * from invitations where id = ${id}`);
    expect(stored).not.toContain(token.slice(-30));
    const renewed = tokenOf((await resendInvitation.call(org.as("admin"), { id })).link);
    expect(await findInvitation(token)).toBeNull();
    expect(await findInvitation(renewed)).toMatchObject({ id });
    const { items } = await listInvitations.call(org.as("admin"), {});
    expect(items.find((item) => item.id === id)).toMatchObject({ email, state: "open", mailedAt: null });
    await revokeInvitation.call(org.as("admin"), { id });
    expect(await findInvitation(renewed)).toBeNull();
    await expect(revokeInvitation.call(org.as("admin"), { id })).rejects.toMatchObject(gone);
    await expect(resendInvitation.call(org.as("admin"), { id })).rejects.toMatchObject(gone);
    expect((await auditOf(id)).map(({ operation }) => operation)).toEqual([
      "invitation.create",
      "invitation.resend",
      "invitation.revoke",
    ]);
    // The audit log tells who was invited, not how to come in.
    expect(JSON.stringify(await auditOf(id))).not.toContain("causeway_link");
  });

  test("opens nothing after its time, and can be given a new one", async () => {
    const { id, token } = await invite();
    await database.owner`update invitations set expires_at = now() - interval '1 second' where id = ${id}`;
    expect(await findInvitation(token)).toBeNull();
    await expect(joinWithPassword({ token, name: "Late", password }, null)).rejects.toMatchObject(gone);
    const { items } = await listInvitations.call(org.as("admin"), {});
    expect(items.find((item) => item.id === id)?.state).toBe("expired");
    const { link } = await resendInvitation.call(org.as("admin"), { id });
    expect(await findInvitation(tokenOf(link))).toMatchObject({ id });
  });

  test("is an admin's matter, of the own organization", async () => {
    const { id } = await invite();
    for (const role of ["viewer", "member"] as const) {
      const ctx = org.as(role);
      const input = { email: freshEmail(), role: "admin" as const };
      await expect(createInvitation.call(ctx, input)).rejects.toMatchObject({ code: "forbidden" });
      await expect(listInvitations.call(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
      await expect(resendInvitation.call(ctx, { id })).rejects.toMatchObject({ code: "forbidden" });
      await expect(revokeInvitation.call(ctx, { id })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await listInvitations.call(other.as("admin"), {})).items).toEqual([]);
    await expect(resendInvitation.call(other.as("admin"), { id })).rejects.toMatchObject(gone);
    await expect(revokeInvitation.call(other.as("admin"), { id })).rejects.toMatchObject(gone);
  });

  test("names what is wrong with it", async () => {
    const create = (parts: object) =>
      createInvitation.call(org.as("admin"), { email: freshEmail(), role: "viewer", ...parts });
    await expect(create({ email: "no address" })).rejects.toMatchObject({ fields: [{ path: "email" }] });
    await expect(create({ role: "owner" })).rejects.toMatchObject({ fields: [{ path: "role" }] });
    await expect(create({ expiresInDays: 31 })).rejects.toMatchObject({ fields: [{ path: "expiresInDays" }] });
    const { email } = await invite();
    await expect(create({ email: email.toUpperCase() })).rejects.toMatchObject({ fields: [{ path: "email" }] });
    const member = await person();
    await expect(create({ email: member.email })).rejects.toMatchObject({ fields: [{ path: "email" }] });
    await expect(resendInvitation.call(org.as("admin"), { id: "1" })).rejects.toMatchObject({
      fields: [{ path: "id" }],
    });
    await expect(revokeInvitation.call(org.as("admin"), { id: "1" })).rejects.toMatchObject({
      fields: [{ path: "id" }],
    });
  });

  test("is made alike for an address that has an account elsewhere and for one that has none", async () => {
    const stranger = await person(other);
    const [known, unknown] = [await invite("viewer", stranger.email), await invite("viewer")];
    const shape = ({ id: _, link, email: __, token: ___, ...rest }: typeof known) => [Object.keys(rest), link.length];
    expect(shape(known)).toEqual(shape(unknown));
    expect(Object.keys((await findInvitation(known.token)) ?? {})).toEqual(
      Object.keys((await findInvitation(unknown.token)) ?? {}),
    );
  });
});

describe("accepting", () => {
  test("somebody new joins with a password, once, also when they press twice", async () => {
    const { id, token, email } = await invite("admin");
    const join = () => joinWithPassword({ token, name: "Robin Vega", password }, "a browser");
    const results = await Promise.allSettled([join(), join()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [made] = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(await resolveSession(made?.session)).toMatchObject({
      person: { name: "Robin Vega", email },
      orgs: [{ slug: org.slug, role: "admin" }],
    });
    const entries = await auditOf(id);
    expect(entries.at(-1)).toMatchObject({ operation: "invitation.accept", after: { joined: email, role: "admin" } });
    expect(entries.at(-1)?.actor_id).toBe((await resolveSession(made?.session))?.person.id);
    await expect(join()).rejects.toMatchObject(gone);
  });

  test("whoever is signed in joins as who they are, whichever address was invited", async () => {
    const somebody = await person(other);
    const { token } = await invite("viewer");
    expect(await joinSignedIn(token, somebody)).toEqual({ slug: org.slug });
    expect(await roleOf(somebody.id)).toBe("viewer");
    await expect(joinSignedIn(token, somebody)).rejects.toMatchObject(gone);
  });

  test("a member stays what they are", async () => {
    const member = await person();
    const { token } = await invite("admin");
    await joinSignedIn(token, member);
    expect(await roleOf(member.id)).toBe("viewer");
  });

  test("an account at a provider becomes a new person with its confirmed address, or signs in the person it is", async () => {
    const mine = account();
    const first = await invite();
    const { session } = await joinWithAccount(hashToken(first.token), mine, null);
    const joined = await resolveSession(session);
    expect(joined).toMatchObject({ person: { name: "Robin Vega", email: mine.email }, orgs: [{ role: "member" }] });
    const inOther = await createInvitation.call(other.as("admin"), { email: freshEmail(), role: "viewer" });
    const again = await joinWithAccount(hashToken(tokenOf(inOther.link)), mine, null);
    expect((await resolveSession(again.session))?.person.id).toBe(joined?.person.id);
    expect((await resolveSession(again.session))?.orgs).toHaveLength(2);
  });

  test("an address that the provider has not confirmed is not taken over; the invited one is", async () => {
    const { token, email } = await invite();
    const { session } = await joinWithAccount(hashToken(token), account({ isEmailVerified: false }), null);
    expect((await resolveSession(session))?.person.email).toBe(email);
  });

  test("an address that is somebody's is never taken over: sign in first; the invitation stays open", async () => {
    const owner = await person(other);
    const refused = { code: "conflict" };
    const byAddress = await invite("admin", owner.email);
    const join = joinWithPassword({ token: byAddress.token, name: "Impostor", password: "a stolen battery" }, null);
    await expect(join).rejects.toMatchObject(refused);
    const confirmed = account({ email: owner.email.toUpperCase() });
    const { token } = await invite();
    await expect(joinWithAccount(hashToken(token), confirmed, null)).rejects.toMatchObject(refused);
    expect(await roleOf(owner.id)).toBeUndefined();
    expect(await database.owner`select 1 from identities where subject = ${confirmed.subject}`).toHaveLength(0);
    expect([await findInvitation(byAddress.token), await findInvitation(token)].every(Boolean)).toBe(true);
    // Who signs in as before comes in.
    await joinSignedIn(byAddress.token, owner);
    expect(await roleOf(owner.id)).toBe("admin");
  });

  test("a made-up link, another kind of token, and the invitation of another organization open nothing", async () => {
    const { id } = await invite();
    const personId = org.as("viewer").actor.id ?? "";
    for (const token of [makeToken("link").token, makeToken("session").token, "", "x"])
      await expect(joinWithPassword({ token, name: "Nobody", password }, null)).rejects.toMatchObject(gone);
    await expect(acceptInvitation.call(other.as("viewer"), { id, personId })).rejects.toMatchObject(gone);
    await expect(acceptInvitation.call(org.as("viewer"), { id: "1", personId })).rejects.toMatchObject({
      fields: [{ path: "id" }],
    });
  });
});

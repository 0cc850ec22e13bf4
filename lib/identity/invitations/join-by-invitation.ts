import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { addIdentity, findPersonOf } from "#lib/identity/identities/sign-in-with-account.ts";
import { acceptInvitation } from "#lib/identity/invitations/accept-invitation.ts";
import { type FoundInvitation, findInvitation } from "#lib/identity/invitations/find-invitation.ts";
import { hashPassword } from "#lib/identity/people/hash-password.ts";
import type { ProviderAccount } from "#lib/identity/providers/schema.ts";
import { flowProblems } from "#lib/identity/providers/schema.ts";
import { createSession } from "#lib/identity/sessions/create-session.ts";
import { makeContext } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";

type Person = { id: string; name: string; email: string };

/** Whoever is signed in joins with one click. @returns the organization's address */
export async function joinSignedIn(token: string, person: Person): Promise<{ slug: string }> {
  const invitation = await requireInvitation(token);
  await tenantTransaction({ orgId: invitation.org.id, personId: person.id }, (tx) => accept(tx, invitation, person));
  return { slug: invitation.org.slug };
}

/** Somebody new joins with a name and a password. Their address is the invited one, so that nothing can be tried out with others. */
export async function joinWithPassword(
  input: { token: string; name: string; password: string },
  userAgent: string | null,
): Promise<{ slug: string; session: string }> {
  const invitation = await requireInvitation(input.token);
  // Before the transaction: hashing takes a tenth of a second.
  const passwordHash = await hashPassword(input.password);
  const session = await tenantTransaction({ orgId: invitation.org.id }, async (tx) => {
    const person = await insertPerson(tx, { name: input.name, email: invitation.email, passwordHash });
    await accept(tx, invitation, person);
    return createSession(tx, person.id, userAgent);
  });
  return { slug: invitation.org.slug, session };
}

/** Somebody joins with an account at a provider: who it is somebody's already, or a new person. */
export async function joinWithAccount(
  tokenHash: Buffer,
  account: ProviderAccount,
  userAgent: string | null,
): Promise<{ slug: string; session: string }> {
  const invitation = await requireInvitation(tokenHash);
  const session = await tenantTransaction({ orgId: invitation.org.id }, async (tx) => {
    const known = await findPersonOf(tx, account);
    const person = known === null ? await insertPersonOf(tx, account, invitation) : await readPerson(tx, known);
    await accept(tx, invitation, person);
    return createSession(tx, person.id, userAgent);
  });
  return { slug: invitation.org.slug, session };
}

async function requireInvitation(token: string | Buffer): Promise<FoundInvitation> {
  const invitation = await findInvitation(token);
  if (invitation === null) throw new AppError("not_found", flowProblems["link-gone"]);
  return invitation;
}

/** As the person, in the organization that they are about to join, with the role that they are about to have. */
async function accept(tx: Transaction, invitation: FoundInvitation, person: Person): Promise<void> {
  const { id: personId, name, email } = person;
  const actor = { kind: "user", id: personId, personId, name, email } as const;
  const ctx = makeContext({ org: invitation.org, actor, role: invitation.role, door: "page" });
  await acceptInvitation.call(ctx, { id: invitation.id, personId }, tx);
}

async function insertPersonOf(tx: Transaction, account: ProviderAccount, invitation: FoundInvitation): Promise<Person> {
  const email = account.isEmailVerified && account.email !== null ? account.email.toLowerCase() : invitation.email;
  const name = account.name ?? account.login ?? email.split("@")[0] ?? email;
  const person = await insertPerson(tx, { name, email, passwordHash: null });
  if (!(await addIdentity(tx, person.id, account))) throw new AppError("conflict", flowProblems["linked-elsewhere"]);
  return person;
}

async function insertPerson(
  tx: Transaction,
  { name, email, passwordHash }: { name: string; email: string; passwordHash: string | null },
): Promise<Person> {
  const [person] = await tx.execute<{ id: string }>(sql`
    insert into people (email, name, password_hash) values (${email}, ${name}, ${passwordHash})
    on conflict (lower(email)) do nothing returning id`);
  if (person === undefined) throw new AppError("conflict", flowProblems["sign-in-first"]);
  return { id: person.id, name, email };
}

async function readPerson(tx: Transaction, id: string): Promise<Person> {
  const [person] = await tx.execute<Person>(sql`select id, name, email from people where id = ${id}::uuid`);
  if (person === undefined) throw new AppError("not_found", "There is no such person.");
  return person;
}

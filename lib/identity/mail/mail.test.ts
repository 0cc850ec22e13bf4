import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createInvitation } from "#lib/identity/invitations/create-invitation.ts";
import { findInvitation } from "#lib/identity/invitations/find-invitation.ts";
import { listInvitations } from "#lib/identity/invitations/list-invitations.ts";
import { mailInvitation } from "#lib/identity/invitations/mail-invitation.ts";
import { resendInvitation } from "#lib/identity/invitations/resend-invitation.ts";
import { revokeInvitation } from "#lib/identity/invitations/revoke-invitation.ts";
import { identityJobs } from "#lib/identity/jobs.ts";
import { sealLink } from "#lib/identity/mail/seal-link.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { createPasswordLink } from "#lib/identity/passwords/create-password-link.ts";
import { mailPassword } from "#lib/identity/passwords/mail-password.ts";
import { requestReset } from "#lib/identity/passwords/request-reset.ts";
import { resetPasswordByLink } from "#lib/identity/passwords/reset-password.ts";
import { makeContext } from "#lib/kernel/context.ts";
import { listJobs } from "#lib/kernel/jobs/list-jobs.ts";
import { type RunningWorker, startWorker } from "#lib/worker/start-worker.ts";

const received: ParsedMail[] = [];
let refusal: string | null = null;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_address, _session, done) => done(refusal === null ? null : new Error(refusal)),
  onData: (stream, _session, done) =>
    void simpleParser(stream).then((mail) => {
      received.push(mail);
      done();
    }),
});
await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
const { port } = server.server.address() as AddressInfo;
vi.stubEnv("CAUSEWAY_SMTP_URL", `smtp://127.0.0.1:${port}`);
vi.stubEnv("CAUSEWAY_MAIL_FROM", "Causeway <portal@harbourline.example>");
vi.stubEnv("CAUSEWAY_SECRET", "a secret of tests that is long enough for the settings");

let database: TestDatabase;
let org: TestOrg;
let worker: RunningWorker;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
  worker = await startWorker({ jobsUrl: process.env["CAUSEWAY_JOBS_DATABASE_URL"] ?? "", jobs: identityJobs });
});
beforeEach(async () => {
  // What the test before had refused would be tried again in the middle of this one.
  await database.owner`delete from graphile_worker._private_jobs where locked_at is null`;
  received.length = 0;
  refusal = null;
});
afterAll(async () => {
  await worker.stop();
  await new Promise<void>((resolve) => server.close(resolve));
  await closeTestDatabase();
});

const soon = { timeout: 10_000, interval: 20 };
/** A job that was being refused in that moment is put off once more, so it is brought forward more than once. */
const eventually = { timeout: 10_000, interval: 200 };

/** Has the queue try again what it put off. */
function runWaiting(): Promise<unknown> {
  return database.owner`update graphile_worker._private_jobs set run_at = now()`;
}
const invite = (email = `${randomUUID()}@harbourline.example`) =>
  createInvitation.call(org.as("admin"), { email, role: "member" }).then((made) => ({ ...made, email }));
/** A letter of the test before may still arrive. */
const lettersTo = (email: string) =>
  received.filter(({ to }) => [to].flat().some((list) => list?.value.some(({ address }) => address === email)));
const linkIn = (text: string | undefined) => /http\S+#causeway_link_\w+/.exec(text ?? "")?.[0] ?? "";
const jobContext = () =>
  makeContext({
    org: org.as("admin").org,
    actor: { kind: "job", id: "invitation.mail", name: "invitation.mail" },
    role: "admin",
    door: "job",
  });

test("an invitation's letter has the link as text and to press, and is noted on record", async () => {
  const { id, email, link, isMailed } = await invite();
  expect(isMailed).toBe(true);
  await expect.poll(() => lettersTo(email).length, soon).toBe(1);
  const [mail] = lettersTo(email);
  expect(mail?.from?.text).toBe('"Causeway" <portal@harbourline.example>');
  expect(mail?.to).toMatchObject({ value: [{ address: email, name: "" }] });
  expect(mail?.subject).toContain(org.as("admin").org.name);
  expect(linkIn(mail?.text)).toBe(link);
  expect(String(mail?.html)).toContain(`<a href="${link}"`);
  expect(await findInvitation(link.split("#")[1] ?? "")).toMatchObject({ id });
  const mailedAt = async () =>
    (await listInvitations.call(org.as("admin"), {})).items.find((item) => item.id === id)?.mailedAt;
  await expect.poll(mailedAt, soon).not.toBeNull();
  const [entry] =
    await database.owner`select actor_kind, after from audit_entries where subject_id = ${id} and operation = 'invitation.mail'`;
  expect(entry).toMatchObject({ actor_kind: "job", after: { mailedTo: email } });
});

test("the queue cannot open the link, and neither can another invitation", async () => {
  refusal = "later";
  const { id, link } = await invite();
  const token = link.split("#")[1] ?? "";
  const jobs = async () => JSON.stringify(await database.owner`select * from graphile_worker._private_jobs`);
  await expect.poll(async () => (await jobs()).includes(id), soon).toBe(true);
  expect(await jobs()).not.toContain(token.slice(-30));
  const other = await invite();
  const sealed = sealLink({ orgId: org.id, id: other.id, purpose: "invitation" }, link);
  await expect(mailInvitation.call(jobContext(), { id, link: sealed })).rejects.toMatchObject({ code: "unavailable" });
  await database.owner`delete from graphile_worker._private_jobs`;
});

test("what the mail server refuses stays on the queue with what it said, and is sent when it takes it", async () => {
  refusal = "4.2.1 mailbox is busy";
  const { email } = await invite();
  const failed = async () => (await listJobs.call(org.as("admin"), {})).items.find(({ state }) => state === "failed");
  await expect
    .poll(failed, soon)
    .toMatchObject({ job: "invitation.mail", error: expect.stringContaining("mailbox is busy") });
  refusal = null;
  const letters = async () => {
    await runWaiting();
    return lettersTo(email).length;
  };
  await expect.poll(letters, eventually).toBe(1);
});

test("sent again, only the newer link opens; taken back, nothing is sent", async () => {
  refusal = "later";
  const { id, link } = await invite();
  const renewed = await resendInvitation.call(org.as("admin"), { id });
  expect(await findInvitation(link.split("#")[1] ?? "")).toBeNull();
  refusal = null;
  const links = async () => {
    await runWaiting();
    return received.map(({ text }) => linkIn(text));
  };
  await expect.poll(links, eventually).toContain(renewed.link);
  const gone = await invite();
  await revokeInvitation.call(org.as("admin"), { id: gone.id });
  const sealed = sealLink({ orgId: org.id, id: gone.id, purpose: "invitation" }, gone.link);
  await expect(mailInvitation.call(jobContext(), { id: gone.id, link: sealed })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a letter is sent by its job only, to one address, whatever names are in it", async () => {
  const { id, link } = await invite();
  const sealed = sealLink({ orgId: org.id, id, purpose: "invitation" }, link);
  const input = { id, link: sealed };
  await expect(mailInvitation.call(org.as("member"), input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(mailInvitation.call(jobContext(), { ...input, id: "1" })).rejects.toMatchObject({
    fields: [{ path: "id" }],
  });
  await database.owner`update invitations set invited_by_name = ${"Eve <b>\r\nBcc: all@evil.example\r\n\r\nhttp"} where id = ${id}`;
  await mailInvitation.call(jobContext(), input);
  const mail = received.find(({ subject }) => subject?.startsWith("Eve"));
  expect([mail?.to].flat().map((to) => to?.value.length)).toEqual([1]);
  expect(mail?.bcc).toBeUndefined();
  expect(mail?.subject).toMatch(/^Eve <b> Bcc: all@evil\.example http invites you/);
  expect(String(mail?.html)).not.toContain("<b>");
});

test("who asks for a new password gets a letter, and nobody else learns whether there was one", async () => {
  const { personId, email } = await (async () => {
    const email = `${randomUUID()}@harbourline.example`;
    return { email, ...(await addMember.call(org.as("admin"), { email, name: "Somebody", role: "viewer" })) };
  })();
  await (await requestReset("nobody@harbourline.example", "192.0.2.1"))();
  await (await requestReset(email, "192.0.2.1"))();
  await expect.poll(() => lettersTo(email).length, soon).toBe(1);
  const [mail] = lettersTo(email);
  const token = linkIn(mail?.text).split("#")[1] ?? "";
  expect(linkIn(mail?.text)).toContain("/signin/password#");
  expect(await resetPasswordByLink({ token, password: "another horse battery" })).toEqual({ email });
  // An admin has it sent as well, but does not get to see it.
  expect(await createPasswordLink.call(org.as("admin"), { personId })).toEqual({ link: null, isMailed: true });
  await expect.poll(() => lettersTo(email).length, soon).toBe(2);
  // Nobody can fill a mailbox by asking again and again.
  for (let time = 0; time < 10; time += 1) await (await requestReset(email, `192.0.2.${time}`))();
  await expect.poll(async () => (await listJobs.call(org.as("admin"), {})).items.length, soon).toBe(0);
  const [counted] =
    await database.owner`select sum(attempts)::int as letters from sign_in_attempts where bucket = ${`letters:${email}`}`;
  expect(counted?.["letters"]).toBe(5);
  await expect(mailPassword.call(org.as("member"), { personId })).rejects.toMatchObject({ code: "forbidden" });
  await expect(mailPassword.call(jobContext(), { personId: "1" })).rejects.toMatchObject({
    fields: [{ path: "personId" }],
  });
  await expect(mailPassword.call(jobContext(), { personId: randomUUID() })).rejects.toMatchObject({
    code: "not_found",
  });
});

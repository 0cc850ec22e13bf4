import { sql } from "drizzle-orm";
import { globalTransaction, tenantTransaction } from "#db/transactions.ts";
import { countAttempts, countWithinHour } from "#lib/identity/sessions/count-attempts.ts";
import { networkKey } from "#lib/identity/sessions/network-key.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { enqueueJob } from "#lib/kernel/jobs/enqueue-job.ts";
import { log } from "#lib/kernel/log.ts";
import { isMailConfigured } from "#lib/kernel/mail/mail-settings.ts";

const requestsPerNetwork = 10;
const lettersPerHour = 5;

/**
 * Somebody asks for a new password. Nothing here depends on whether the address is anybody's: that is looked up by `work`, after the
 * answer is sent.
 * @returns the work to do afterwards
 * @throws AppError `rate_limited` for too many requests of one network
 */
export async function requestReset(email: string, address: string): Promise<() => Promise<void>> {
  const bucket = `reset:${networkKey(address)}`;
  if (((await countAttempts([bucket])).get(bucket) ?? 0) > requestsPerNetwork)
    throw new AppError("rate_limited", "Too many requests. Wait a minute and try again.");
  return async () => {
    try {
      await askForLetter(email);
    } catch (error) {
      log().error({ event: "password_reset", outcome: "failed", err: error });
    }
  };
}

/** The letter is asked for in one of the person's organizations, whose queue tells how it went. Nobody can fill somebody's mailbox. */
async function askForLetter(email: string): Promise<void> {
  if (!isMailConfigured()) return;
  const [person] = await globalTransaction((tx) =>
    tx.execute<{ id: string }>(sql`select id from people where lower(email) = ${email}`),
  );
  if (person === undefined || !(await countWithinHour(`letters:${email}`, lettersPerHour))) return;
  const [membership] = await globalTransaction(
    (tx) =>
      tx.execute<{ org_id: string }>(sql`
        select m.org_id from memberships m join orgs o on o.org_id = m.org_id where m.person_id = ${person.id}::uuid order by m.created_at limit 1`),
    person.id,
  );
  if (membership === undefined) return;
  await tenantTransaction({ orgId: membership.org_id }, (tx) =>
    enqueueJob(tx, "password.mail", { personId: person.id }, { jobKey: `password:${person.id}` }),
  );
}

import { sql } from "drizzle-orm";
import { globalTransaction } from "#db/transactions.ts";
import { verifyPassword } from "#lib/identity/people/hash-password.ts";
import { createSession } from "#lib/identity/sessions/create-session.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { log } from "#lib/kernel/log.ts";

const attemptsPerAccountAndAddress = 10;
const attemptsPerAddress = 50;

/**
 * Checks an e-mail address and a password and opens a session. Guessing is slowed per (account, network address) and per address, so
 * nobody can lock somebody else out. A wrong address and a wrong password are answered alike and take the same time.
 * @returns the session token, or null when the two do not belong together
 * @throws AppError `rate_limited`
 */
export async function signInWithPassword(input: {
  email: string;
  password: string;
  address: string;
  userAgent: string | null;
}): Promise<string | null> {
  const email = input.email.trim().normalize("NFKC").toLowerCase().slice(0, 254);
  const buckets = [`account:${email}|${input.address}`, `address:${input.address}`];
  const counts = await globalTransaction((tx) =>
    tx.execute<{ bucket: string; attempts: number }>(sql`
      insert into sign_in_attempts (bucket, window_at, attempts)
      select unnest(${sql.param(buckets)}::text[]), date_bin('1 minute', now(), 'epoch'), 1
      on conflict (bucket, window_at) do update set attempts = sign_in_attempts.attempts + 1 returning bucket, attempts`),
  );
  const attemptsOf = (prefix: string) => counts.find((row) => row.bucket.startsWith(prefix))?.attempts ?? 0;
  if (attemptsOf("account:") > attemptsPerAccountAndAddress || attemptsOf("address:") > attemptsPerAddress) {
    log().warn({ event: "sign_in", outcome: "rate_limited", address: input.address });
    throw new AppError("rate_limited", "Too many attempts; wait a minute and try again.");
  }
  const [person] = await globalTransaction((tx) =>
    tx.execute<{ id: string; password_hash: string | null }>(
      sql`select id, password_hash from people where lower(email) = ${email}`,
    ),
  );
  const matches = await verifyPassword(person?.password_hash ?? null, input.password.slice(0, 256));
  log().info({ event: "sign_in", outcome: matches ? "ok" : "refused", address: input.address });
  if (person === undefined || !matches) return null;
  return globalTransaction(async (tx) => {
    await tx.execute(sql`delete from sign_in_attempts where window_at < now() - interval '1 hour'`);
    return createSession(tx, person.id, input.userAgent);
  });
}

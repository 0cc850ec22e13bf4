import { sql } from "drizzle-orm";
import { globalTransaction } from "#db/transactions.ts";
import { verifyPassword } from "#lib/identity/people/hash-password.ts";
import { countAttempts, countWithinHour, forgetAttempts } from "#lib/identity/sessions/count-attempts.ts";
import { createSession } from "#lib/identity/sessions/create-session.ts";
import { hasSignedIn, type KnownBrowser } from "#lib/identity/sessions/known-browser.ts";
import { networkKey } from "#lib/identity/sessions/network-key.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { log } from "#lib/kernel/log.ts";

/** Per minute. */
const attemptsPerAccountAndNetwork = 10;
const attemptsPerNetwork = 50;
/** Per hour, of all browsers together that the person has never signed in with. */
const attemptsPerAccount = 100;

type Input = {
  email: string;
  password: string;
  address: string;
  userAgent: string | null;
  browser: KnownBrowser | null;
};

/**
 * Checks an e-mail address and a password and opens a session. Guessing is slowed per (account, network), per network and per account.
 * A browser that the person signed in with before has attempts of its own, so that nobody can lock them out by guessing, from however
 * many networks. A wrong address and a wrong password are answered alike and take the same time.
 * @returns the session token, or null when the two do not belong together
 * @throws AppError `rate_limited`
 */
export async function signInWithPassword(input: Input): Promise<string | null> {
  const email = input.email.trim().normalize("NFKC").toLowerCase().slice(0, 254);
  const network = networkKey(input.address);
  if (!(await mayTry(email, network, input.browser))) {
    log().warn({ event: "sign_in", outcome: "rate_limited", network });
    throw new AppError(
      "rate_limited",
      "Too many attempts. Wait a minute and try again, use a browser that you signed in with before, or come in another way.",
    );
  }
  const [person] = await globalTransaction((tx) =>
    tx.execute<{ id: string; password_hash: string | null }>(
      sql`select id, password_hash from people where lower(email) = ${email}`,
    ),
  );
  const matches = await verifyPassword(person?.password_hash ?? null, input.password.slice(0, 256));
  log().info({ event: "sign_in", outcome: matches ? "ok" : "refused", network });
  if (person === undefined || !matches) return null;
  await forgetAttempts();
  return globalTransaction((tx) => createSession(tx, person.id, input.userAgent));
}

async function mayTry(email: string, network: string, browser: KnownBrowser | null): Promise<boolean> {
  if (browser !== null && hasSignedIn(browser, email)) {
    const own = `browser:${browser.id}|${email}`;
    return ((await countAttempts([own])).get(own) ?? 0) <= attemptsPerAccountAndNetwork;
  }
  const [account, everything] = [`account:${email}|${network}`, `network:${network}`];
  const counts = await countAttempts([account, everything]);
  if ((counts.get(account) ?? 0) > attemptsPerAccountAndNetwork) return false;
  if ((counts.get(everything) ?? 0) > attemptsPerNetwork) return false;
  // Whoever is stopped above uses nothing of what others have left.
  return countWithinHour(`account:${email}`, attemptsPerAccount);
}

import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sessions } from "#db/schema/identity.ts";
import { makeToken } from "#lib/kernel/tokens.ts";

/** How long a session lasts whatever happens, and how long without being used. */
export const sessionLifetimeDays = 7;
export const sessionIdleHours = 12;

/** Opens a session for a person who has proven who they are. @returns the token, which exists nowhere else. */
export async function createSession(tx: Transaction, personId: string, userAgent: string | null): Promise<string> {
  const { token, hash } = makeToken("session");
  await tx.insert(sessions).values({
    id: sql`uuidv7()`,
    tokenHash: hash,
    personId,
    userAgent: userAgent?.slice(0, 300) ?? null,
    expiresAt: sql`now() + make_interval(days => ${sessionLifetimeDays})`,
  });
  return token;
}

import { sql } from "drizzle-orm";
import { globalTransaction } from "#db/transactions.ts";
import { hashToken } from "#lib/kernel/tokens.ts";

/** Ends the session of a token; signing out twice is fine. */
export async function endSession(token: string): Promise<void> {
  await globalTransaction((tx) =>
    tx.execute(
      sql`update sessions set revoked_at = now() where token_hash = ${hashToken(token)} and revoked_at is null`,
    ),
  );
}

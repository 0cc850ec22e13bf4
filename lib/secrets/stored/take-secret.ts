import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { type Envelope, openSecret } from "#lib/kernel/secrets/envelope.ts";
import { keyRing } from "#lib/kernel/secrets/key-ring.ts";
import type { SecretPurpose } from "#lib/secrets/stored/schema.ts";

type Wanted = {
  id: string;
  purpose: SecretPurpose;
  /** Where the value is about to be sent; null for one that is only compared here. */
  origin: string | null;
};

type Row = Envelope & { name: string; origin: string | null };

/**
 * The value of a secret, for the code that is about to use it. Never for an answer, a log line or an audit entry.
 * @throws AppError when there is no such secret for this purpose, or when it is bound to another origin
 */
export async function takeSecret(tx: Transaction, orgId: string, { id, purpose, origin }: Wanted): Promise<string> {
  const [row] = await tx.execute<Row>(sql`
    update secrets set last_used_at = case when last_used_at > now() - interval '1 minute' then last_used_at else now() end
    where org_id = ${orgId}::uuid and id = ${id}::uuid and purpose = ${purpose}
    returning name, origin, key_version as "keyVersion", wrapped_key as "wrappedKey", sealed`);
  if (row === undefined)
    throw new AppError("not_found", "The secret is not there (any more); create it under Settings, Secrets.");
  if (row.origin !== origin) {
    const bound = row.origin === null ? "is not for sending" : `is bound to ${row.origin}`;
    throw new AppError(
      "conflict",
      `The secret “${row.name}” ${bound} and was not sent to ${origin ?? "nobody"}; enter its value again for the new address.`,
    );
  }
  return openSecret(keyRing(), { orgId, secretId: id, purpose }, row);
}

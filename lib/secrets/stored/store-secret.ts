import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Context } from "#lib/kernel/context.ts";
import { sealSecret } from "#lib/kernel/secrets/envelope.ts";
import { keyRing } from "#lib/kernel/secrets/key-ring.ts";
import type { SecretPurpose } from "#lib/secrets/stored/schema.ts";

/** Encrypts and stores a value for the organization. @returns the secret's id; the value is not given out again */
export async function storeSecret(
  ctx: Context,
  tx: Transaction,
  secret: { name: string; purpose: SecretPurpose; origin: string | null; value: string },
): Promise<string> {
  const id = randomUUID();
  const place = { orgId: ctx.org.id, secretId: id, purpose: secret.purpose };
  const { keyVersion, wrappedKey, sealed } = sealSecret(keyRing(), place, secret.value);
  await tx.execute(sql`
    insert into secrets (org_id, id, name, purpose, origin, key_version, wrapped_key, sealed, created_by)
    values (${ctx.org.id}::uuid, ${id}::uuid, ${secret.name}, ${secret.purpose}, ${secret.origin}, ${keyVersion}, ${wrappedKey}, ${sealed}, ${ctx.actor.name})`);
  return id;
}

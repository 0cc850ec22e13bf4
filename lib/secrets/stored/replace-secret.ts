import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { sealSecret } from "#lib/kernel/secrets/envelope.ts";
import { keyRing } from "#lib/kernel/secrets/key-ring.ts";
import { SecretOrigin, type SecretPurpose, SecretValue } from "#lib/secrets/stored/schema.ts";

/** Puts a new value in the place of the old one. The only way to bind a secret to another origin: whoever does knows the value. */
export const replaceSecret = command({
  name: "secret.replace",
  permission: "secret:write",
  route: { method: "PUT", path: "/secrets/{id}", summary: "Replace the value of a secret" },
  input: z.strictObject({ id: z.uuid(), value: SecretValue, origin: SecretOrigin.optional() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [before] = await tx.execute<{ name: string; purpose: SecretPurpose; origin: string | null }>(sql`
      select name, purpose, origin from secrets
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid and purpose <> 'webhook-signing' for update`);
    if (before === undefined) throw new AppError("not_found", "There is no such secret that can be replaced.");
    const place = { orgId: ctx.org.id, secretId: input.id, purpose: before.purpose };
    const { keyVersion, wrappedKey, sealed } = sealSecret(keyRing(), place, input.value);
    const origin = input.origin ?? before.origin;
    await tx.execute(sql`
      update secrets set key_version = ${keyVersion}, wrapped_key = ${wrappedKey}, sealed = ${sealed}, origin = ${origin}, replaced_at = now()
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid`);
    audit({
      subjectKind: "secret",
      subjectId: input.id,
      subjectName: before.name,
      before: { origin: before.origin },
      after: { origin, isReplaced: true },
    });
    await emit({ topic: "secret.replaced", subjectId: input.id });
    return { id: input.id };
  },
});

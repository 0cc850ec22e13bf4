import { z } from "zod";
import { command } from "#lib/kernel/operation.ts";
import { SecretName, SecretOrigin, SecretValue, secretPurposes } from "#lib/secrets/stored/schema.ts";
import { storeSecret } from "#lib/secrets/stored/store-secret.ts";

/** Stores a value that Causeway uses towards one other system. Nothing gives the value out again. */
export const createSecret = command({
  name: "secret.create",
  permission: "secret:write",
  route: { method: "POST", path: "/secrets", summary: "Store a secret" },
  input: z.strictObject({
    name: SecretName,
    purpose: z.enum(secretPurposes),
    origin: SecretOrigin,
    value: SecretValue,
  }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const id = await storeSecret(ctx, tx, input);
    const { name, purpose, origin } = input;
    audit({ subjectKind: "secret", subjectId: id, subjectName: name, before: null, after: { name, purpose, origin } });
    await emit({ topic: "secret.created", subjectId: id });
    return { id };
  },
});

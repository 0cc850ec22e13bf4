import { sql } from "drizzle-orm";
import { z } from "zod";
import { command } from "#lib/kernel/operation.ts";
import { type Envelope, rewrapSecret } from "#lib/kernel/secrets/envelope.ts";
import { keyRing } from "#lib/kernel/secrets/key-ring.ts";

const batch = 200;

type Row = Envelope & { id: string; purpose: string };

/** Puts some of an organization's secrets under the newest key. Each call is whole in itself, so a rotation that was killed goes on. */
export const rotateKeys = command({
  name: "secret.rotate-keys",
  permission: "secret:write",
  route: { method: "POST", path: "/secrets/rotate-keys", summary: "Put secrets under the newest key" },
  input: z.strictObject({}),
  output: z.object({ rotated: z.number() }),
  async run({ ctx, tx, audit }) {
    const ring = keyRing();
    const rows = await tx.execute<Row>(sql`
      select id, purpose, key_version as "keyVersion", wrapped_key as "wrappedKey", sealed from secrets
      where org_id = ${ctx.org.id}::uuid and key_version <> ${ring.newest} order by id limit ${batch} for update`);
    const rewrapped = rows.map((row) => {
      const place = { orgId: ctx.org.id, secretId: row.id, purpose: row.purpose };
      return { id: row.id, key: rewrapSecret(ring, place, row).wrappedKey.toString("base64") };
    });
    await tx.execute(sql`
      update secrets s set key_version = ${ring.newest}, wrapped_key = decode(r.key, 'base64')
      from jsonb_to_recordset(${JSON.stringify(rewrapped)}::jsonb) as r(id uuid, key text) where s.org_id = ${ctx.org.id}::uuid and s.id = r.id`);
    audit({
      subjectKind: "organization",
      subjectId: ctx.org.id,
      subjectName: ctx.org.name,
      after: { keyVersion: ring.newest, secrets: rows.length },
    });
    return { rotated: rows.length };
  },
});

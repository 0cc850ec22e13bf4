import { sql } from "drizzle-orm";
import { z } from "zod";
import { OrgName, OrgSlug } from "#lib/identity/orgs/schema.ts";
import { refusingTakenSlug } from "#lib/identity/orgs/slug-conflict.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/**
 * Changes the organization's name and address. The address before goes on leading its members here and is nobody else's; the
 * organization itself may take it back.
 */
export const renameOrg = command({
  name: "org.rename",
  permission: "org:write",
  route: { method: "PUT", path: "/org/name", summary: "Change the organization's name and address" },
  input: z.strictObject({ name: OrgName, slug: OrgSlug }),
  output: z.object({ name: z.string(), slug: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [before] = await tx.execute<{ name: string; slug: string }>(
      sql`select name, slug from orgs where org_id = ${ctx.org.id}::uuid and deleted_at is null for update`,
    );
    if (before === undefined) throw new AppError("not_found", "There is nothing at this address.");
    const update = sql`update orgs set name = ${input.name}, slug = ${input.slug} where org_id = ${ctx.org.id}::uuid`;
    await refusingTakenSlug(Promise.resolve(tx.execute(update)));
    if (before.slug !== input.slug) {
      await tx.execute(sql`delete from former_slugs where org_id = ${ctx.org.id}::uuid and slug = ${input.slug}`);
      await tx.execute(sql`insert into former_slugs (org_id, slug) values (${ctx.org.id}::uuid, ${before.slug})`);
    }
    audit({ subjectKind: "org", subjectId: ctx.org.id, subjectName: input.name, before, after: input });
    await emit({ topic: "org.changed", subjectId: ctx.org.id });
    return input;
  },
});

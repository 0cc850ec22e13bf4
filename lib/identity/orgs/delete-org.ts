import { sql } from "drizzle-orm";
import { z } from "zod";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** How long a deleted organization can be brought back. */
export const graceDays = 30;

/**
 * Deletes the organization for everybody, at once: its pages, its keys, its webhooks and open streams end, and its jobs wait. An admin
 * can bring it back until `eraseAt`; then the worker erases every row and file of it. A person only: a key must not end its own world.
 */
export const deleteOrg = command({
  name: "org.delete",
  permission: "org:delete",
  route: { method: "POST", path: "/org/deletion", summary: "Delete the organization" },
  input: z.strictObject({ slug: z.string().max(40) }),
  output: z.object({ eraseAt: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    ownPersonId(ctx);
    if (input.slug !== ctx.org.slug)
      throw new AppError("invalid", "What you typed is not the organization's address; nothing was deleted.", [
        { path: "slug", message: `Type ${ctx.org.slug}` },
      ]);
    // In whole milliseconds: waiting jobs are found again by this moment.
    const [deleted] = await tx.execute<{ erase_at: string }>(sql`
      update orgs set deleted_at = now(), erase_at = date_trunc('milliseconds', now() + make_interval(days => ${graceDays}))
      where org_id = ${ctx.org.id}::uuid and deleted_at is null returning erase_at`);
    if (deleted === undefined) throw new AppError("not_found", "There is nothing at this address.");
    const eraseAt = new Date(deleted.erase_at).toISOString();
    audit({ subjectKind: "org", subjectId: ctx.org.id, subjectName: ctx.org.name, after: { eraseAt } });
    await emit({ topic: "org.deleted", subjectId: ctx.org.id });
    return { eraseAt };
  },
});

import type { Context } from "#lib/kernel/context.ts";
import type { AuditRecord } from "#lib/kernel/operation.ts";

/** What the audit log keeps of somebody tidying their inbox: one entry for each command, however many notifications; never what they say. */
export function inboxRecord(ctx: Context, after: Record<string, unknown>): AuditRecord {
  return {
    subjectKind: "inbox",
    subjectId: ctx.actor.personId ?? "",
    subjectName: `Inbox of ${ctx.actor.name}`,
    after,
  };
}

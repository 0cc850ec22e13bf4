import type { z } from "zod";
import type { InvitationLink } from "#lib/identity/invitations/schema.ts";
import { sealLink } from "#lib/identity/mail/seal-link.ts";
import type { Context } from "#lib/kernel/context.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { isMailConfigured } from "#lib/kernel/mail/mail-settings.ts";
import type { CommandScope } from "#lib/kernel/operation.ts";

/** A new token's link, for whoever may see it and, when mail is set up, for a letter that goes out after the transaction. */
export async function giveLink(
  { ctx, enqueue }: { ctx: Context; enqueue: CommandScope<unknown>["enqueue"] },
  invitation: { id: string; expiresAt: string },
  token: string,
): Promise<z.infer<typeof InvitationLink>> {
  const { id, expiresAt } = invitation;
  const link = `${appOrigin()}/invitation#${token}`;
  const isMailed = isMailConfigured();
  if (isMailed)
    await enqueue(
      "invitation.mail",
      { id, link: sealLink({ orgId: ctx.org.id, id, purpose: "invitation" }, link) },
      // Sent again before the first letter went out: the newer link replaces the older, which does not open any more.
      { jobKey: `invitation:${id}` },
    );
  return { id, link, expiresAt, isMailed };
}

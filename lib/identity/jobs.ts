import { z } from "zod";
import { mailInvitation } from "#lib/identity/invitations/mail-invitation.ts";
import { SealedLink } from "#lib/identity/mail/seal-link.ts";
import { mailPassword } from "#lib/identity/passwords/mail-password.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { defineJob, type Job } from "#lib/kernel/jobs/define-job.ts";

/** Tried again by the queue when the mail server fails; how often and why is seen under Settings, Queue. */
const invitationMail = defineJob({
  name: "invitation.mail",
  payload: z.object({ id: z.uuid(), link: SealedLink }),
  async run({ ctx, payload }) {
    await mailInvitation.call(ctx, payload).catch(ignoreGone);
  },
});

const passwordMail = defineJob({
  name: "password.mail",
  payload: z.object({ personId: z.uuid() }),
  async run({ ctx, payload }) {
    await mailPassword.call(ctx, payload).catch(ignoreGone);
  },
});

// Taken back meanwhile: there is nothing to send.
function ignoreGone(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== "not_found") throw error;
}

export const identityJobs: Job[] = [invitationMail, passwordMail];

"use client";

import type { InviteMemberDialogProps } from "#components/identity/invitations/invite-member-dialog.tsx";
import { LaterDialog } from "#components/patterns/later-dialog.tsx";
import { Mail } from "#components/ui/icons.tsx";
import { LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/identity/invitations/invite-member.ts";

const Form = new LaterPart<InviteMemberDialogProps>(
  async () => (await import("#components/identity/invitations/invite-member-dialog.tsx")).InviteMemberDialog,
);

/** Invites somebody, then shows the link, once. */
export function InviteMember({ invite }: Pick<InviteMemberDialogProps, "invite">) {
  return (
    <LaterDialog part={Form} props={{ invite }} icon={<Mail />} variant="primary">
      {words.invite}
    </LaterDialog>
  );
}

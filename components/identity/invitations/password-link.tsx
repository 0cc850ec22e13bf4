"use client";

import type { PasswordLinkDialogProps } from "#components/identity/invitations/password-link-dialog.tsx";
import { LaterDialog } from "#components/patterns/later-dialog.tsx";
import { LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/identity/invitations/password-link.ts";

const Asking = new LaterPart<PasswordLinkDialogProps>(
  async () => (await import("#components/identity/invitations/password-link-dialog.tsx")).PasswordLinkDialog,
);

/** Lets a member set a new password: by a letter to them, or by a link that is shown here. */
export function PasswordLink({ name, create }: Pick<PasswordLinkDialogProps, "name" | "create">) {
  return (
    <LaterDialog part={Asking} props={{ name, create }} variant="ghost">
      {words.newPassword}
    </LaterDialog>
  );
}

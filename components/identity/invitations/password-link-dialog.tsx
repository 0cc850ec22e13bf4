"use client";

import { useState } from "react";
import { ShownLink } from "#components/identity/invitations/shown-link.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/identity/invitations/password-link.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type PasswordLinkDialogProps = {
  name: string;
  create: () => Promise<MutationResult<{ link: string | null; isMailed: boolean }>>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Lets a member set a new password: by a letter to them, or by a link that is shown here. */
export function PasswordLinkDialog({ name, create, open, onOpenChange }: PasswordLinkDialogProps) {
  const toast = useToast();
  const [link, setLink] = useState<string>();

  async function make() {
    const answer = await create();
    if (!answer.ok) toast({ title: answer.problem.detail, tone: "bad" });
    else if (answer.data.link === null) toast({ title: words.aLetter(name), tone: "ok" });
    else setLink(answer.data.link);
  }

  return (
    <>
      <ConfirmDialog
        open={open}
        onOpenChange={onOpenChange}
        title={words.letChooseANewPassword(name)}
        description={words.byALinkThatWorks}
        confirmLabel={words.makeALink}
        onConfirm={make}
      />
      <Dialog
        open={link !== undefined}
        onOpenChange={(next) => next || setLink(undefined)}
        title={words.aLinkFor(name)}
        description={words.handItOverYourself}
      >
        <ShownLink label={words.linkForANewPassword} link={link ?? ""} done={() => setLink(undefined)} />
      </Dialog>
    </>
  );
}

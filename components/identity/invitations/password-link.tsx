"use client";

import { useState } from "react";
import { ShownLink } from "#components/identity/invitations/shown-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = { name: string; create: () => Promise<MutationResult<{ link: string | null; isMailed: boolean }>> };

/** Lets a member set a new password: by a letter to them, or by a link that is shown here. */
export function PasswordLink({ name, create }: Props) {
  const toast = useToast();
  const [link, setLink] = useState<string>();

  async function make() {
    const answer = await create();
    if (!answer.ok) toast({ title: answer.problem.detail, tone: "bad" });
    else if (answer.data.link === null) toast({ title: `A letter to ${name} is on its way`, tone: "ok" });
    else setLink(answer.data.link);
  }

  return (
    <>
      <ConfirmDialog
        trigger={
          <Button variant="ghost" size="sm">
            New password
          </Button>
        }
        title={`Let ${name} choose a new password?`}
        description="By a link that works once. When it is used, they are signed out everywhere. It is on record that you made it."
        confirmLabel="Make a link"
        onConfirm={make}
      />
      <Dialog
        open={link !== undefined}
        onOpenChange={(open) => open || setLink(undefined)}
        title={`A link for ${name}`}
        description="Hand it over yourself, in a way you trust: whoever has it becomes this person. It is shown once and works for a day."
      >
        <ShownLink label="Link for a new password" link={link ?? ""} done={() => setLink(undefined)} />
      </Dialog>
    </>
  );
}

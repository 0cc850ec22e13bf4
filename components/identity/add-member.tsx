"use client";

import type { AddMemberDialogProps } from "#components/identity/add-member-dialog.tsx";
import { LaterDialog } from "#components/patterns/later-dialog.tsx";
import { UserPlus } from "#components/ui/icons.tsx";
import { LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/identity/add-member.ts";

const Form = new LaterPart<AddMemberDialogProps>(
  async () => (await import("#components/identity/add-member-dialog.tsx")).AddMemberDialog,
);

/** Adds a person with a first password, which the admin hands over. */
export function AddMember({ add }: Pick<AddMemberDialogProps, "add">) {
  return (
    <LaterDialog part={Form} props={{ add }} icon={<UserPlus />} aria-keyshortcuts="c">
      {words.addAMember}
    </LaterDialog>
  );
}

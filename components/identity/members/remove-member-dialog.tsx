"use client";

import { useReport } from "#components/patterns/use-report.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import * as words from "#components/words/identity/members/remove-member-dialog.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type RemoveMemberDialogProps = {
  name: string;
  remove: () => Promise<MutationResult>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Asks before somebody loses their access. */
export function RemoveMemberDialog({ name, remove, open, onOpenChange }: RemoveMemberDialogProps) {
  const { report } = useReport();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.removeMember(name)}
      description={words.theyLoseAccess}
      confirmLabel={words.remove}
      danger
      onConfirm={async () => {
        await report(remove(), words.wasRemoved(name));
      }}
    />
  );
}

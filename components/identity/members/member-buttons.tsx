"use client";

import { PasswordLink } from "#components/identity/invitations/password-link.tsx";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import * as words from "#components/words/identity/members/member-buttons.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  personId: string;
  name: string;
  isSelf: boolean;
  remove: (personId: string) => Promise<MutationResult>;
  createPasswordLink: (personId: string) => Promise<MutationResult<{ link: string | null; isMailed: boolean }>>;
};

/** What an admin can do to one member. */
export function MemberButtons({ personId, name, isSelf, remove, createPasswordLink }: Props) {
  const { report } = useReport();
  return (
    <span className="inline-flex gap-1">
      {isSelf ? null : <PasswordLink name={name} create={() => createPasswordLink(personId)} />}
      <ConfirmDialog
        trigger={
          <Button variant="ghost" size="sm">
            {words.remove}
          </Button>
        }
        title={words.removeMember(name)}
        description={words.theyLoseAccess}
        confirmLabel={words.remove}
        danger
        onConfirm={async () => {
          await report(remove(personId), words.wasRemoved(name));
        }}
      />
    </span>
  );
}

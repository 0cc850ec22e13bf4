"use client";

import { PasswordLink } from "#components/identity/invitations/password-link.tsx";
import type { RemoveMemberDialogProps } from "#components/identity/members/remove-member-dialog.tsx";
import { LaterDialog } from "#components/patterns/later-dialog.tsx";
import { LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/identity/members/remove-member-dialog.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  personId: string;
  name: string;
  isSelf: boolean;
  remove: (personId: string) => Promise<MutationResult>;
  createPasswordLink: (personId: string) => Promise<MutationResult<{ link: string | null; isMailed: boolean }>>;
};

const Asking = new LaterPart<RemoveMemberDialogProps>(
  async () => (await import("#components/identity/members/remove-member-dialog.tsx")).RemoveMemberDialog,
);

/** What an admin can do to one member. */
export function MemberButtons({ personId, name, isSelf, remove, createPasswordLink }: Props) {
  return (
    <span className="inline-flex gap-1">
      {isSelf ? null : <PasswordLink name={name} create={() => createPasswordLink(personId)} />}
      <LaterDialog part={Asking} props={{ name, remove: () => remove(personId) }} variant="ghost">
        {words.remove}
      </LaterDialog>
    </span>
  );
}

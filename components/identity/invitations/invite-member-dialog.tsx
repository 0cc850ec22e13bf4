"use client";

import { type FormEvent, useState } from "react";
import { ShownLink } from "#components/identity/invitations/shown-link.tsx";
import { RoleCards } from "#components/identity/role-cards.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import * as words from "#components/words/identity/invitations/invite-member.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { Role } from "#lib/kernel/permissions.ts";

type Made = { link: string; isMailed: boolean };
export type InviteMemberDialogProps = {
  invite: (values: { email: string; role: Role }) => Promise<MutationResult<Made>>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Invites somebody, then shows the link, once. */
export function InviteMemberDialog({ invite, open, onOpenChange }: InviteMemberDialogProps) {
  const { errorOf, send, isBusy, forget } = useForm("email");
  const [role, setRole] = useState<Role>("member");
  const [made, setMade] = useState<Made & { email: string }>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email"));
    const answer = await send(invite({ email, role }));
    if (answer !== null) setMade({ ...answer, email });
  }

  function change(next: boolean) {
    onOpenChange(next);
    if (next) return;
    setMade(undefined);
    forget();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={made === undefined ? words.inviteSomebody : words.isInvited(made.email)}
      description={
        made === undefined
          ? words.theyChooseHowTheySign
          : made.isMailed
            ? words.aLetterWithThisLink
            : words.handThisLinkOverYourself
      }
    >
      {made === undefined ? (
        <form className="grid gap-4" onSubmit={submit}>
          <Field label={words.eMail} error={errorOf("email")}>
            <Input name="email" type="email" required autoComplete="off" />
          </Field>
          <RoleCards
            label={words.role}
            value={role}
            hints={{
              viewer: words.seesEverything,
              member: words.runsActionsImports,
              admin: words.managesPeopleAndKeys,
            }}
            onValueChange={setRole}
          />
          <div className="flex justify-end">
            <Button type="submit" variant="primary" busy={isBusy}>
              {words.invite}
            </Button>
          </div>
        </form>
      ) : (
        <ShownLink label={words.invitationLink} link={made.link} done={() => change(false)} />
      )}
    </Dialog>
  );
}

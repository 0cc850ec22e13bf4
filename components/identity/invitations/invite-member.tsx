"use client";

import { Mail } from "lucide-react";
import { type FormEvent, useState } from "react";
import { ShownLink } from "#components/identity/invitations/shown-link.tsx";
import { RoleCards } from "#components/identity/role-cards.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { Role } from "#lib/kernel/permissions.ts";

type Made = { link: string; isMailed: boolean };
type Props = { invite: (values: { email: string; role: Role }) => Promise<MutationResult<Made>> };

/** Invites somebody, then shows the link, once. */
export function InviteMember({ invite }: Props) {
  const { errorOf, send, isBusy, forget } = useForm("email");
  const [isOpen, setIsOpen] = useState(false);
  const [role, setRole] = useState<Role>("member");
  const [made, setMade] = useState<Made & { email: string }>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email"));
    const answer = await send(invite({ email, role }));
    if (answer !== null) setMade({ ...answer, email });
  }

  function change(open: boolean) {
    setIsOpen(open);
    if (open) return;
    setMade(undefined);
    forget();
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={change}
      trigger={
        <Button size="sm" variant="primary" icon={<Mail />}>
          Invite
        </Button>
      }
      title={made === undefined ? "Invite somebody" : `${made.email} is invited`}
      description={
        made === undefined
          ? "They choose how they sign in. The link works once, within seven days."
          : made.isMailed
            ? "A letter with this link is on its way. It is shown once, should you want to hand it over yourself."
            : "Hand this link over yourself; it is shown once. No mail server is set up that could send it."
      }
    >
      {made === undefined ? (
        <form className="grid gap-4" onSubmit={submit}>
          <Field label="E-mail" error={errorOf("email")}>
            <Input name="email" type="email" required autoComplete="off" />
          </Field>
          <RoleCards
            label="Role"
            value={role}
            hints={{ viewer: "Sees everything", member: "Runs actions, imports", admin: "Manages people and keys" }}
            onValueChange={setRole}
          />
          <div className="flex justify-end">
            <Button type="submit" variant="primary" busy={isBusy}>
              Invite
            </Button>
          </div>
        </form>
      ) : (
        <ShownLink label="Invitation link" link={made.link} done={() => change(false)} />
      )}
    </Dialog>
  );
}

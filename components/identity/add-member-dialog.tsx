"use client";

import { type FormEvent, useState } from "react";
import { RoleCards } from "#components/identity/role-cards.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import * as words from "#components/words/identity/add-member.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { Role } from "#lib/kernel/permissions.ts";

type Values = { name: string; email: string; role: Role; password: string };

export type AddMemberDialogProps = {
  add: (values: Values) => Promise<MutationResult>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Adds a person with a first password, which the admin hands over. */
export function AddMemberDialog({ add, open, onOpenChange }: AddMemberDialogProps) {
  const { errorOf, send, isBusy } = useForm("email");
  const [role, setRole] = useState<Role>("member");

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name"));
    const values = { name, email: String(form.get("email")), role, password: String(form.get("password")) };
    if ((await send(add(values), words.wasAdded(name))) !== null) onOpenChange(false);
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={words.addAMember} description={words.addAMemberDescription}>
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={words.name} error={errorOf("name")}>
          <Input name="name" required autoComplete="off" />
        </Field>
        <Field label={words.eMail} error={errorOf("email")}>
          <Input name="email" type="email" required autoComplete="off" />
        </Field>
        <Field label={words.firstPassword} hint={words.firstPasswordHint} error={errorOf("password")}>
          <PasswordInput name="password" required minLength={12} autoComplete="new-password" />
        </Field>
        <RoleCards
          label={words.role}
          value={role}
          hints={{ viewer: words.seesEverything, member: words.runsActionsImports, admin: words.managesPeopleAndKeys }}
          onValueChange={setRole}
        />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy}>
            {words.add}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

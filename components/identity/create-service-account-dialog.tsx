"use client";

import { type FormEvent, useState } from "react";
import { RoleCards } from "#components/identity/role-cards.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import * as words from "#components/words/identity/create-service-account.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { Role } from "#lib/kernel/permissions.ts";

type Values = { name: string; purpose: string; role: Role };

export type CreateServiceAccountDialogProps = {
  create: (values: Values) => Promise<MutationResult>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Creates an actor that is no person. */
export function CreateServiceAccountDialog({ create, open, onOpenChange }: CreateServiceAccountDialogProps) {
  const { errorOf, send, isBusy } = useForm("name");
  const [role, setRole] = useState<Role>("member");

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name"));
    const made = await send(create({ name, purpose: String(form.get("purpose")), role }), words.wasCreated(name));
    if (made !== null) onOpenChange(false);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.createAServiceAccount}
      description={words.createAServiceDescription}
    >
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={words.name} error={errorOf("name")}>
          <Input name="name" required autoComplete="off" placeholder={words.deployRobot} />
        </Field>
        <Field label={words.whatItIsFor} optional error={errorOf("purpose")}>
          <Input name="purpose" autoComplete="off" maxLength={500} />
        </Field>
        <RoleCards
          label={words.itsKeysMayHaveAtMost}
          value={role}
          hints={{ viewer: words.reading, member: words.reportingAndImporting, admin: words.managingButNoKeys }}
          onValueChange={setRole}
        />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy}>
            {words.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

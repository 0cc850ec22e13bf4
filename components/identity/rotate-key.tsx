"use client";

import { type FormEvent, useState } from "react";
import { KeyToken } from "#components/identity/key-token.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

import type { MutationResult } from "#lib/kernel/errors.ts";

type Values = { expiresInDays: number; graceHours: number };
type Props = { name: string; rotate: (values: Values) => Promise<MutationResult<{ token: string }>> };

/** Replaces a key by a new one with the same permissions; the old one goes on for a while. */
export function RotateKey({ name, rotate }: Props) {
  const { errorOf, send, isBusy } = useForm("expiresInDays");
  const [isOpen, setIsOpen] = useState(false);
  const [token, setToken] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const number = (field: string) => Number(form.get(field));
    const made = await send(rotate({ expiresInDays: number("expiresInDays"), graceHours: number("graceHours") }));
    if (made !== null) setToken(made.token);
  }

  function change(open: boolean) {
    setIsOpen(open);
    if (!open) setToken(undefined);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={change}
      trigger={
        <Button variant="ghost" size="sm">
          Rotate
        </Button>
      }
      title={token === undefined ? `Rotate “${name}”` : "Copy the key now"}
      description={
        token === undefined
          ? "Makes a new key with the same permissions. It is yours, unless a service account owns it."
          : "It is shown once. We store only its hash."
      }
    >
      {token === undefined ? (
        <form className="grid gap-4" onSubmit={submit}>
          <Field label="The old key still works for" error={errorOf("graceHours")}>
            <Input name="graceHours" type="number" min={0} max={168} defaultValue={24} required suffix="hours" />
          </Field>
          <Field label="The new one is valid for" error={errorOf("expiresInDays")}>
            <Input name="expiresInDays" type="number" min={1} max={365} defaultValue={90} required suffix="days" />
          </Field>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" busy={isBusy}>
              Rotate
            </Button>
          </div>
        </form>
      ) : (
        <KeyToken token={token} done={() => change(false)} />
      )}
    </Dialog>
  );
}

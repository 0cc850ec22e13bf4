"use client";

import { type FormEvent, useState } from "react";
import { KeyToken } from "#components/identity/key-token.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import * as words from "#components/words/identity/rotate-key.ts";

import type { MutationResult } from "#lib/kernel/errors.ts";

type Values = { expiresInDays: number; graceHours: number };
export type RotateKeyDialogProps = {
  name: string;
  rotate: (values: Values) => Promise<MutationResult<{ token: string }>>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Replaces a key by a new one with the same permissions; the old one goes on for a while. */
export function RotateKeyDialog({ name, rotate, open, onOpenChange }: RotateKeyDialogProps) {
  const { errorOf, send, isBusy } = useForm("expiresInDays");
  const [token, setToken] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const number = (field: string) => Number(form.get(field));
    const made = await send(rotate({ expiresInDays: number("expiresInDays"), graceHours: number("graceHours") }));
    if (made !== null) setToken(made.token);
  }

  function change(next: boolean) {
    onOpenChange(next);
    if (!next) setToken(undefined);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={token === undefined ? words.rotateName(name) : words.copyTheKeyNow}
      description={token === undefined ? words.makesANewKey : words.itIsShownOnceWe}
    >
      {token === undefined ? (
        <form className="grid gap-4" onSubmit={submit}>
          <Field label={words.theOldKeyStillWorksFor} error={errorOf("graceHours")}>
            <Input name="graceHours" type="number" min={0} max={168} defaultValue={24} required suffix={words.hours} />
          </Field>
          <Field label={words.theNewOneIsValidFor} error={errorOf("expiresInDays")}>
            <Input
              name="expiresInDays"
              type="number"
              min={1}
              max={365}
              defaultValue={90}
              required
              suffix={words.days}
            />
          </Field>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" busy={isBusy}>
              {words.rotate}
            </Button>
          </div>
        </form>
      ) : (
        <KeyToken token={token} done={() => change(false)} />
      )}
    </Dialog>
  );
}

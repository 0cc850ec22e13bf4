"use client";

import { type FormEvent, useState } from "react";
import { KeyToken } from "#components/identity/key-token.tsx";
import { type ScopeGroup, ScopePicker } from "#components/identity/scope-picker.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/identity/create-key.ts";

import type { MutationResult } from "#lib/kernel/errors.ts";

type Values = { name: string; scopes: string[]; serviceAccountId?: string; expiresInDays: number };
export type CreateKeyDialogProps = {
  groups: ScopeGroup[];
  accounts: { id: string; name: string; role: string }[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  create: (values: Values) => Promise<MutationResult<{ id: string; token: string }>>;
};

/** Creates a key with the permissions chosen, and shows its token, once. */
export function CreateKeyDialog({ groups, accounts, open, onOpenChange, create }: CreateKeyDialogProps) {
  const { errorOf, send, isBusy, forget } = useForm("name");
  const [owner, setOwner] = useState("");
  const [scopes, setScopes] = useState<string[]>([]);
  const [token, setToken] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const values = { name: String(form.get("name")), scopes, expiresInDays: Number(form.get("expiresInDays")) };
    const made = await send(create({ ...values, ...(owner === "" ? {} : { serviceAccountId: owner }) }));
    if (made !== null) setToken(made.token);
  }

  function change(next: boolean) {
    onOpenChange(next);
    if (next) return;
    setToken(undefined);
    setScopes([]);
    setOwner("");
    forget();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      size={token === undefined ? "lg" : "md"}
      title={token === undefined ? words.createAnApiKey : words.copyTheKeyNow}
      description={token === undefined ? words.forAProgramAPipeline : words.itIsShownOnceWe}
    >
      {token === undefined ? (
        <form className="grid gap-4" onSubmit={submit}>
          <div className="grid grid-cols-[minmax(0,1fr)_140px] gap-4 phone:grid-cols-1">
            <Field label={words.whatItIsFor} error={errorOf("name")}>
              <Input name="name" required autoComplete="off" placeholder={words.deployPipeline} />
            </Field>
            <Field label={words.validFor} error={errorOf("expiresInDays")}>
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
          </div>
          {accounts.length === 0 ? null : (
            <Field label={words.belongsTo} hint={words.belongsToHint} error={errorOf("serviceAccountId")}>
              <Select
                value={owner}
                onValueChange={setOwner}
                items={[
                  { value: "", label: words.you },
                  ...accounts.map((account) => ({ value: account.id, label: account.name, hint: account.role })),
                ]}
              />
            </Field>
          )}
          <ScopePicker groups={groups} value={scopes} onValueChange={setScopes} error={errorOf("scopes")} />
          <div className="flex justify-end">
            <Button type="submit" variant="primary" busy={isBusy}>
              {words.create}
            </Button>
          </div>
        </form>
      ) : (
        <KeyToken token={token} done={() => change(false)} />
      )}
    </Dialog>
  );
}

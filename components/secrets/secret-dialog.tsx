"use client";

import { type FormEvent, type ReactElement, useState } from "react";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/secrets/secret-dialog.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { secretPurposes } from "#lib/secrets/stored/schema.ts";

type Purpose = (typeof secretPurposes)[number];
type Values = { name: string; purpose: Purpose; origin: string; value: string };
type Props = {
  trigger: ReactElement<Record<string, unknown>>;
  /** Given: its value is replaced. Not given: a new secret is stored. */
  stored?: { name: string; origin: string };
  save: (values: Values) => Promise<MutationResult>;
};

/** Takes the value of a secret. It is entered here and never shown again, not even to whoever entered it. */
export function SecretDialog({ trigger, stored, save }: Props) {
  const { errorOf, send, isBusy } = useForm("value");
  const [isOpen, setIsOpen] = useState(false);
  const [purpose, setPurpose] = useState<Purpose>("http-header");

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = stored?.name ?? String(form.get("name"));
    const values = { name, purpose, origin: String(form.get("origin")), value: String(form.get("value")) };
    const done = stored === undefined ? words.isStored(name) : words.hasANewValue(name);
    if ((await send(save(values), done)) !== null) setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={trigger}
      title={stored === undefined ? words.storeASecret : words.replaceStored(stored.name)}
      description={words.itIsEncryptedAtOnce}
    >
      <form className="grid gap-4" onSubmit={submit} autoComplete="off">
        {stored === undefined ? (
          <>
            <Field label={words.name} error={errorOf("name")}>
              <Input name="name" required placeholder={words.ciToken} />
            </Field>
            <Field label={words.usedAs} error={errorOf("purpose")}>
              <Select
                value={purpose}
                onValueChange={(value) => setPurpose(value === "git" ? "git" : "http-header")}
                items={[
                  { value: "http-header", label: words.headerOfRequests },
                  { value: "git", label: words.passwordOfAGitServer },
                ]}
              />
            </Field>
          </>
        ) : null}
        <Field label={words.sentOnlyTo} hint={words.sentOnlyToHint} error={errorOf("origin")}>
          <Input name="origin" required mono defaultValue={stored?.origin} placeholder="https://ci.example.com" />
        </Field>
        <Field label={words.value} error={errorOf("value")}>
          <PasswordInput name="value" required autoComplete="new-password" />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy}>
            {stored === undefined ? words.store : words.replace}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

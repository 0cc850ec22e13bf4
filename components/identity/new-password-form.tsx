"use client";

import { type FormEvent, useState } from "react";
import { useLinkToken } from "#components/identity/invitations/use-link-token.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import * as words from "#components/words/identity/new-password-form.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = { reset: (values: { token: string; password: string }) => Promise<MutationResult> };

/** Sets a new password with the token behind `#` in the address. */
export function NewPasswordForm({ reset }: Props) {
  const token = useLinkToken("password");
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    setIsBusy(true);
    setError(undefined);
    const answer = await reset({ token: token ?? "", password });
    if (answer.ok) {
      window.location.assign("/signin?done=password");
      return;
    }
    setIsBusy(false);
    setError(answer.problem.fields?.[0]?.message ?? answer.problem.detail);
  }

  if (token === "")
    return (
      <div className="grid gap-4" role="alert">
        <p>{words.thisAddressHasNoLink}</p>
        <Button href="/signin/forgot" size="lg">
          {words.askForANewOne}
        </Button>
      </div>
    );
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Field label={words.newPassword} hint={words.newPasswordHint} error={error}>
        <PasswordInput name="password" required minLength={12} inputSize="lg" autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={isBusy}>
        {words.setThePassword}
      </Button>
    </form>
  );
}

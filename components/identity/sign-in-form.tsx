"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/identity/sign-in-form.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  /** A path of our own to go to afterwards. */
  next: string;
  email?: string;
  /** Another way in stands above, so that the password is the second choice. */
  isSecond?: boolean;
  signIn: (values: { email: string; password: string }) => Promise<MutationResult>;
};

/** E-mail and password. */
export function SignInForm({ next, email, isSecond = false, signIn }: Props) {
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    setError(undefined);
    const answer = await signIn({ email: String(form.get("email")), password: String(form.get("password")) });
    if (answer.ok) {
      // Not the router: nothing that it kept for nobody may be shown to somebody.
      window.location.assign(next);
      return;
    }
    setIsBusy(false);
    setError(answer.problem.detail);
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Field label={words.eMail}>
        <Input name="email" type="email" autoComplete="username" required inputSize="lg" defaultValue={email} />
      </Field>
      <Field
        label={words.password}
        error={error}
        aside={
          <TextLink href="/signin/forgot" className="text-12">
            {words.forgotIt}
          </TextLink>
        }
      >
        <PasswordInput name="password" autoComplete="current-password" required inputSize="lg" />
      </Field>
      <Button type="submit" variant={isSecond ? "default" : "primary"} size="lg" busy={isBusy}>
        {words.signIn}
      </Button>
    </form>
  );
}

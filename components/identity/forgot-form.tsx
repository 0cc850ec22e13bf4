"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import * as words from "#components/words/identity/forgot-form.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = { request: (values: { email: string }) => Promise<MutationResult> };

/** Asks for a letter with a link. What it says afterwards is the same for every address. */
export function ForgotForm({ request }: Props) {
  const [error, setError] = useState<string>();
  const [asked, setAsked] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email"));
    setIsBusy(true);
    setError(undefined);
    const answer = await request({ email });
    setIsBusy(false);
    if (answer.ok) setAsked(email);
    else setError(answer.problem.fields?.[0]?.message ?? answer.problem.detail);
  }

  if (asked !== undefined)
    return (
      <div className="grid gap-4" role="status">
        <p>{words.ifIsTheAddress(<b className="font-550">{asked}</b>)}</p>
        <Button href="/signin" size="lg">
          {words.backToSignIn}
        </Button>
      </div>
    );
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Field label={words.eMail} error={error}>
        <Input name="email" type="email" autoComplete="username" required inputSize="lg" />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={isBusy}>
        {words.sendMeALink}
      </Button>
    </form>
  );
}

"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import * as words from "#components/words/identity/invitations/join-form.ts";
import type { FieldProblem, MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  email: string;
  isSecond: boolean;
  join: (values: { name: string; password: string }) => Promise<MutationResult<{ slug: string }>>;
};

/** A new account: name and password. The address is the invited one. */
export function JoinForm({ email, isSecond, join }: Props) {
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [message, setMessage] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const errorOf = (path: string) => problems.find((problem) => problem.path === path)?.message;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    const answer = await join({ name: String(form.get("name")), password: String(form.get("password")) });
    if (answer.ok) {
      window.location.assign(`/${answer.data.slug}`);
      return;
    }
    setIsBusy(false);
    setProblems(answer.problem.fields ?? []);
    setMessage(answer.problem.fields === undefined ? answer.problem.detail : undefined);
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      {/* For password managers, which keep the password with the address. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field label={words.yourName} error={errorOf("name")}>
        <Input name="name" required inputSize="lg" autoComplete="name" maxLength={120} />
      </Field>
      <Field label={words.password} hint={words.atLeast12Characters} error={errorOf("password")}>
        <PasswordInput name="password" required minLength={12} inputSize="lg" autoComplete="new-password" />
      </Field>
      {message === undefined ? null : (
        <p role="alert" className="text-bad-text">
          {message}
        </p>
      )}
      <Button type="submit" variant={isSecond ? "default" : "primary"} size="lg" busy={isBusy}>
        {words.createAnAccountAndJoin}
      </Button>
    </form>
  );
}

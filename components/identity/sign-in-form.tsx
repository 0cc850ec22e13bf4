"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input, PasswordInput } from "#components/ui/input.tsx";

const messages: Record<string, string> = {
  CredentialsSignin: "E-mail and password do not belong together. Check both and try again.",
  rate_limited: "Too many attempts. Wait a minute and try again.",
  unavailable: "The database does not answer right now. Try again in a moment.",
};

/** What went wrong at sign-in, for people. */
export function signInMessage(code: string): string {
  return messages[code] ?? "Signing in did not work. Try again in a moment.";
}

/** E-mail and password. `next` is a path of our own to go to afterwards. */
export function SignInForm({ next, email, problem }: { next: string; email?: string; problem?: string }) {
  const router = useRouter();
  const [error, setError] = useState(problem);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    setError(undefined);
    const answer = await signIn("password", {
      redirect: false,
      email: String(form.get("email")),
      password: String(form.get("password")),
    });
    if (answer?.ok && !answer.error) {
      router.replace(next);
      router.refresh();
      return;
    }
    setIsBusy(false);
    setError(signInMessage(answer?.error ?? "CredentialsSignin"));
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Field label="E-mail">
        <Input name="email" type="email" autoComplete="username" required inputSize="lg" defaultValue={email} />
      </Field>
      <Field label="Password" error={error}>
        <PasswordInput name="password" autoComplete="current-password" required inputSize="lg" />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={isBusy}>
        Sign in
      </Button>
    </form>
  );
}

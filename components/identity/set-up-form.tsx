"use client";

import { type FormEvent, useRef, useState } from "react";
import { ProviderButtons, type ShownProvider } from "#components/identity/provider-buttons.tsx";
import { OrDivider } from "#components/shell/auth-frame.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import * as words from "#components/words/identity/set-up-form.ts";
import { browserTimeZone } from "#components/words/locale.ts";
import type { FieldProblem, MutationResult } from "#lib/kernel/errors.ts";

type Values = {
  token: string;
  orgName: string;
  slug: string;
  timeZone: string;
  name: string;
  email: string;
  password: string;
};

type Org = Pick<Values, "token" | "orgName" | "slug" | "timeZone">;
type Props = {
  providers: ShownProvider[];
  setUp: (values: Values) => Promise<MutationResult<{ slug: string }>>;
  start: (values: Org & { provider: string }) => Promise<MutationResult<{ url: string }>>;
};

/** Creates the first organization and its admin, who is signed in by it. */
export function SetUpForm({ providers, setUp, start }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [message, setMessage] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const errorOf = (path: string) => problems.find((problem) => problem.path === path)?.message;

  const text = (name: string) => (form.current === null ? "" : String(new FormData(form.current).get(name) ?? ""));
  const orgValues = (): Org => ({
    token: window.location.hash.slice(1),
    orgName: text("orgName"),
    slug: text("slug"),
    timeZone: browserTimeZone(),
  });

  function show(problem: { detail: string; fields?: FieldProblem[] }) {
    setProblems(problem.fields ?? []);
    setMessage(problem.detail);
  }

  async function go(provider: string) {
    const result = await start({ ...orgValues(), provider });
    if (!result.ok) setProblems(result.problem.fields ?? []);
    return result;
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsBusy(true);
    const person = { name: text("name"), email: text("email"), password: text("password") };
    const result = await setUp({ ...orgValues(), ...person });
    if (!result.ok) {
      show(result.problem);
      setIsBusy(false);
      return;
    }
    window.location.assign(`/${result.data.slug}`);
  }

  return (
    <form ref={form} className="grid gap-4" onSubmit={submit}>
      <Field label={words.organization} error={errorOf("orgName")}>
        <Input name="orgName" required inputSize="lg" autoComplete="organization" />
      </Field>
      <Field label={words.shortName} hint={words.shortNameHint} error={errorOf("slug")}>
        <Input
          name="slug"
          required
          inputSize="lg"
          mono
          pattern="[a-z0-9]([a-z0-9\-]{0,38}[a-z0-9])?"
          title={words.lowerCaseLettersDigitsAndInner}
        />
      </Field>
      {providers.length === 0 ? null : (
        <>
          <ProviderButtons providers={providers} start={go} />
          <OrDivider>{words.orWithAPassword}</OrDivider>
        </>
      )}
      <Field label={words.yourName} error={errorOf("name")}>
        <Input name="name" required inputSize="lg" autoComplete="name" />
      </Field>
      <Field label={words.yourEMail} error={errorOf("email")}>
        <Input name="email" type="email" required inputSize="lg" autoComplete="username" />
      </Field>
      <Field label={words.password} hint={words.atLeast12Characters} error={errorOf("password")}>
        <PasswordInput name="password" required minLength={12} inputSize="lg" autoComplete="new-password" />
      </Field>
      {message === undefined ? null : (
        <p role="alert" className="text-bad-text">
          {message}
        </p>
      )}
      <Button type="submit" variant={providers.length > 0 ? "default" : "primary"} size="lg" busy={isBusy}>
        {words.createTheOrganization}
      </Button>
    </form>
  );
}

"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input, PasswordInput } from "#components/ui/input.tsx";
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

/** Creates the first organization and its admin, who is signed in by it. */
export function SetUpForm({ setUp }: { setUp: (values: Values) => Promise<MutationResult<{ slug: string }>> }) {
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [message, setMessage] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const errorOf = (path: string) => problems.find((problem) => problem.path === path)?.message;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    setIsBusy(true);
    const values = {
      orgName: text("orgName"),
      slug: text("slug"),
      name: text("name"),
      email: text("email"),
      password: text("password"),
    };
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const result = await setUp({ ...values, timeZone, token: window.location.hash.slice(1) });
    if (!result.ok) {
      setProblems(result.problem.fields ?? []);
      setMessage(result.problem.detail);
      setIsBusy(false);
      return;
    }
    window.location.assign(`/${result.data.slug}`);
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Field label="Organization" error={errorOf("orgName")}>
        <Input name="orgName" required inputSize="lg" autoComplete="organization" />
      </Field>
      <Field label="Short name" hint="In every address, such as /harbourline" error={errorOf("slug")}>
        <Input
          name="slug"
          required
          inputSize="lg"
          mono
          pattern="[a-z0-9]([a-z0-9\-]{0,38}[a-z0-9])?"
          title="Lower-case letters, digits and inner hyphens"
        />
      </Field>
      <Field label="Your name" error={errorOf("name")}>
        <Input name="name" required inputSize="lg" autoComplete="name" />
      </Field>
      <Field label="Your e-mail" error={errorOf("email")}>
        <Input name="email" type="email" required inputSize="lg" autoComplete="username" />
      </Field>
      <Field label="Password" hint="At least 12 characters" error={errorOf("password")}>
        <PasswordInput name="password" required minLength={12} inputSize="lg" autoComplete="new-password" />
      </Field>
      {message === undefined ? null : (
        <p role="alert" className="text-bad-text">
          {message}
        </p>
      )}
      <Button type="submit" variant="primary" size="lg" busy={isBusy}>
        Create the organization
      </Button>
    </form>
  );
}

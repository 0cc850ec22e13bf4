"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Section } from "#components/patterns/section.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input, PasswordInput } from "#components/ui/input.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { FieldProblem, Problem } from "#lib/kernel/errors.ts";

type Result<T> = { ok: true; data: T } | { ok: false; problem: Problem };
type Props = {
  name: string;
  email: string;
  rename: (name: string) => Promise<Result<unknown>>;
  changePassword: (values: {
    currentPassword: string;
    newPassword: string;
  }) => Promise<Result<{ sessionsEnded: number }>>;
};

/** The own name and password. The e-mail address is who one is to the organization: an admin's matter. */
export function AccountForms({ name, email, rename, changePassword }: Props) {
  return (
    <>
      <Section title="Your account">
        <Panel>
          <PanelBody>
            <NameForm name={name} email={email} rename={rename} />
          </PanelBody>
        </Panel>
      </Section>
      <Section title="Password">
        <Panel>
          <PanelBody>
            <PasswordForm changePassword={changePassword} />
          </PanelBody>
        </Panel>
      </Section>
    </>
  );
}

function useForm() {
  const router = useRouter();
  const toast = useToast();
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  async function send<T>(work: Promise<Result<T>>, orElse: string, done: (data: T) => string): Promise<boolean> {
    setIsBusy(true);
    const result = await work;
    setIsBusy(false);
    if (!result.ok) {
      const fields = result.problem.fields ?? [];
      setProblems(fields.length > 0 ? fields : [{ path: orElse, message: result.problem.detail }]);
      return false;
    }
    setProblems([]);
    toast({ title: done(result.data), tone: "ok" });
    router.refresh();
    return true;
  }
  return { send, isBusy, errorOf: (path: string) => problems.find((problem) => problem.path === path)?.message };
}

function NameForm({ name, email, rename }: Pick<Props, "name" | "email" | "rename">) {
  const { send, isBusy, errorOf } = useForm();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get("name"));
    void send(rename(wanted), "name", () => "Your name was changed");
  }
  return (
    <form className="grid max-w-[420px] gap-4" onSubmit={submit}>
      <Field label="Name" hint={`Signed in as ${email}`} error={errorOf("name")}>
        <Input name="name" required maxLength={120} defaultValue={name} autoComplete="name" />
      </Field>
      <div>
        <Button type="submit" busy={isBusy}>
          Save the name
        </Button>
      </div>
    </form>
  );
}

function PasswordForm({ changePassword }: Pick<Props, "changePassword">) {
  const { send, isBusy, errorOf } = useForm();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const values = {
      currentPassword: String(form.get("currentPassword")),
      newPassword: String(form.get("newPassword")),
    };
    const isDone = await send(changePassword(values), "currentPassword", ({ sessionsEnded }) =>
      sessionsEnded === 0
        ? "Your password was changed"
        : `Your password was changed; ${sessionsEnded} other sessions ended`,
    );
    if (isDone) element.reset();
  }
  return (
    <form className="grid max-w-[420px] gap-4" onSubmit={submit}>
      <Field label="Current password" error={errorOf("currentPassword")}>
        <PasswordInput name="currentPassword" required autoComplete="current-password" />
      </Field>
      <Field
        label="New password"
        hint="At least 12 characters. You are signed out everywhere else."
        error={errorOf("newPassword")}
      >
        <PasswordInput name="newPassword" required minLength={12} autoComplete="new-password" />
      </Field>
      <div>
        <Button type="submit" busy={isBusy}>
          Change the password
        </Button>
      </div>
    </form>
  );
}

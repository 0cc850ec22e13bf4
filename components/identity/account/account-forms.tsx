"use client";

import type { FormEvent } from "react";
import { Section } from "#components/patterns/section.tsx";
import { UnsavedWarning } from "#components/patterns/unsaved-warning.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  name: string;
  email: string;
  hasPassword: boolean;
  rename: (name: string) => Promise<MutationResult>;
  changePassword: (values: {
    currentPassword: string;
    newPassword: string;
  }) => Promise<MutationResult<{ sessionsEnded: number }>>;
};

/** The own name and password. The e-mail address is who one is to the organization: an admin's matter. */
export function AccountForms({ name, email, hasPassword, rename, changePassword }: Props) {
  return (
    <>
      <Section title="Your account">
        <Panel>
          <PanelBody>
            <NameForm name={name} email={email} rename={rename} />
          </PanelBody>
        </Panel>
      </Section>
      {hasPassword ? (
        <Section title="Password">
          <Panel>
            <PanelBody>
              <PasswordForm changePassword={changePassword} />
            </PanelBody>
          </Panel>
        </Section>
      ) : null}
    </>
  );
}

function NameForm({ name, email, rename }: Pick<Props, "name" | "email" | "rename">) {
  const { send, isBusy, errorOf } = useForm("name");
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get("name"));
    void send(rename(wanted), "Your name was changed");
  }
  return (
    <form className="grid max-w-[420px] gap-4" onSubmit={submit}>
      <UnsavedWarning />
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
  const { send, isBusy, errorOf } = useForm("currentPassword");
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const values = {
      currentPassword: String(form.get("currentPassword")),
      newPassword: String(form.get("newPassword")),
    };
    const done = await send(changePassword(values), ({ sessionsEnded }) =>
      sessionsEnded === 0
        ? "Your password was changed"
        : `Your password was changed; ${sessionsEnded} other sessions ended`,
    );
    if (done !== null) element.reset();
  }
  return (
    <form className="grid max-w-[420px] gap-4" onSubmit={submit}>
      <UnsavedWarning />
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

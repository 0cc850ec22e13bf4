"use client";

import type { FormEvent } from "react";
import { Section } from "#components/patterns/section.tsx";
import { UnsavedWarning } from "#components/patterns/unsaved-warning.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { keys } from "#components/ui/keys.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import * as words from "#components/words/identity/account/account-forms.ts";
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
      <Section title={words.yourAccount}>
        <Panel>
          <PanelBody>
            <NameForm name={name} email={email} rename={rename} />
          </PanelBody>
        </Panel>
      </Section>
      {hasPassword ? (
        <Section title={words.password}>
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
    void send(rename(wanted), words.yourNameWasChanged);
  }
  return (
    <form className="grid max-w-[420px] gap-4" onSubmit={submit}>
      <UnsavedWarning />
      <Field label={words.name} hint={words.signedInAs(email)} error={errorOf("name")}>
        <Input
          name="name"
          required
          maxLength={120}
          defaultValue={name}
          autoComplete="name"
          aria-keyshortcuts={keys.edit}
        />
      </Field>
      <div>
        <Button type="submit" busy={isBusy}>
          {words.saveTheName}
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
      sessionsEnded === 0 ? words.yourPasswordWasChanged : words.yourPasswordWasChangedOther(sessionsEnded),
    );
    if (done !== null) element.reset();
  }
  return (
    <form className="grid max-w-[420px] gap-4" onSubmit={submit}>
      <UnsavedWarning />
      <Field label={words.currentPassword} error={errorOf("currentPassword")}>
        <PasswordInput name="currentPassword" required autoComplete="current-password" />
      </Field>
      <Field label={words.newPassword} hint={words.newPasswordHint} error={errorOf("newPassword")}>
        <PasswordInput name="newPassword" required minLength={12} autoComplete="new-password" />
      </Field>
      <div>
        <Button type="submit" busy={isBusy}>
          {words.changeThePassword}
        </Button>
      </div>
    </form>
  );
}

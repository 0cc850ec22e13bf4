"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { SlugInput } from "#components/identity/organizations/slug-input.tsx";
import { UnsavedWarning } from "#components/patterns/unsaved-warning.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { keys } from "#components/ui/keys.ts";
import * as words from "#components/words/identity/organizations/rename-org.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Values = { name: string; slug: string };

/** The organization's name and address. After a new address the page goes on there. */
export function RenameOrg({
  org,
  rename,
}: {
  org: Values;
  rename: (values: Values) => Promise<MutationResult<Values>>;
}) {
  const router = useRouter();
  const { errorOf, send, isBusy } = useForm("name");
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const values = { name: String(form.get("name")), slug: String(form.get("slug")) };
    const done = values.slug === org.slug ? words.theNameWasChanged : words.theOrganizationIsAtNow(values.slug);
    const renamed = await send(rename(values), done);
    if (renamed !== null && renamed.slug !== org.slug) router.replace(`/${renamed.slug}/settings/organization`);
  }
  return (
    <form className="grid max-w-[420px] gap-4" onSubmit={submit}>
      <UnsavedWarning />
      <Field label={words.name} error={errorOf("name")}>
        <Input
          key={org.name}
          name="name"
          required
          maxLength={120}
          defaultValue={org.name}
          autoComplete="off"
          aria-keyshortcuts={keys.edit}
        />
      </Field>
      <SlugInput key={org.slug} error={errorOf("slug")} hint={words.inEveryAddressLinks} defaultValue={org.slug} />
      <div>
        <Button type="submit" busy={isBusy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

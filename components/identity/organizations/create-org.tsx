"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { SlugInput } from "#components/identity/organizations/slug-input.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Plus } from "#components/ui/icons.tsx";
import { Input } from "#components/ui/input.tsx";
import * as words from "#components/words/identity/organizations/create-org.ts";
import { browserTimeZone } from "#components/words/locale.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Values = { name: string; slug: string; timeZone: string };

/** Creates another organization and goes there. */
export function CreateOrg({ create }: { create: (values: Values) => Promise<MutationResult<{ slug: string }>> }) {
  const router = useRouter();
  const { errorOf, send, isBusy, forget } = useForm("name");
  const [isOpen, setIsOpen] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const timeZone = browserTimeZone();
    const values = { name: String(form.get("name")), slug: String(form.get("slug")), timeZone };
    const made = await send(create(values), words.wasCreated(values.name));
    if (made !== null) router.push(`/${made.slug}`);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        forget();
        setIsOpen(next);
      }}
      trigger={
        <Button size="lg" icon={<Plus />}>
          {words.createAnOrganization}
        </Button>
      }
      title={words.createAnOrganization}
      description={words.createAnOrganizationDescription}
    >
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={words.name} error={errorOf("name")}>
          <Input name="name" required maxLength={120} autoComplete="organization" />
        </Field>
        <SlugInput error={errorOf("slug")} />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy}>
            {words.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

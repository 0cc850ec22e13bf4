"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { SlugInput } from "#components/identity/organizations/slug-input.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
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
    const made = await send(create(values), `${values.name} was created`);
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
          Create an organization
        </Button>
      }
      title="Create an organization"
      description="It has its own catalog, people and keys, and shares nothing with the others. You are its first admin."
    >
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Name" error={errorOf("name")}>
          <Input name="name" required maxLength={120} autoComplete="organization" />
        </Field>
        <SlugInput error={errorOf("slug")} />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy}>
            Create
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

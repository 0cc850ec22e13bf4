"use client";

import { Webhook } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { ShownOnce } from "#components/webhooks/shown-once.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Made = { url: string; secret: string };

/** Makes an address for a sender and shows its secret, once. */
export function CreateWebhook({ create }: { create: (name: string) => Promise<MutationResult<Made>> }) {
  const { errorOf, send, isBusy } = useForm("name");
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<Made>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const created = await send(create(String(new FormData(event.currentTarget).get("name"))));
    if (created !== null) setMade(created);
  }

  function change(open: boolean) {
    setIsOpen(open);
    if (!open) setMade(undefined);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={change}
      trigger={
        <Button size="sm" icon={<Webhook />} aria-keyshortcuts="c">
          Create a webhook
        </Button>
      }
      title={made === undefined ? "Create a webhook" : "Copy the secret now"}
      description={
        made === undefined
          ? "An address that one other system sends events to, signed with a secret of its own."
          : "It is shown once. The sender signs every delivery with it, as Standard Webhooks describes."
      }
    >
      {made === undefined ? (
        <form className="grid gap-4" onSubmit={submit}>
          <Field label="Who sends" error={errorOf("name")}>
            <Input name="name" required autoComplete="off" placeholder="deploy pipeline" />
          </Field>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" busy={isBusy}>
              Create
            </Button>
          </div>
        </form>
      ) : (
        <ShownOnce {...made} onDone={() => change(false)} />
      )}
    </Dialog>
  );
}

"use client";

import { type FormEvent, useState } from "react";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Webhook } from "#components/ui/icons.tsx";
import { Input } from "#components/ui/input.tsx";
import { ShownOnce } from "#components/webhooks/shown-once.tsx";
import * as words from "#components/words/webhooks/create-webhook.ts";
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
          {words.createAWebhook}
        </Button>
      }
      title={made === undefined ? words.createAWebhook : words.copyTheSecretNow}
      description={made === undefined ? words.anAddressThatOneOther : words.itIsShownOnce}
    >
      {made === undefined ? (
        <form className="grid gap-4" onSubmit={submit}>
          <Field label={words.whoSends} error={errorOf("name")}>
            <Input name="name" required autoComplete="off" placeholder={words.deployPipeline} />
          </Field>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" busy={isBusy}>
              {words.create}
            </Button>
          </div>
        </form>
      ) : (
        <ShownOnce {...made} onDone={() => change(false)} />
      )}
    </Dialog>
  );
}

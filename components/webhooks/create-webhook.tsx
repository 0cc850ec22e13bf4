"use client";

import { Webhook } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { ShownOnce } from "#components/webhooks/shown-once.tsx";
import type { Problem } from "#lib/kernel/errors.ts";

type Made = { url: string; secret: string };
type Result = { ok: true; data: Made } | { ok: false; problem: Problem };

/** Makes an address for a sender and shows its secret, once. */
export function CreateWebhook({ create }: { create: (name: string) => Promise<Result> }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [made, setMade] = useState<Made>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsBusy(true);
    const result = await create(String(new FormData(event.currentTarget).get("name")));
    setIsBusy(false);
    setProblem(result.ok ? undefined : (result.problem.fields?.[0]?.message ?? result.problem.detail));
    if (!result.ok) return;
    setMade(result.data);
    router.refresh();
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
        <Button size="sm" icon={<Webhook />}>
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
          <Field label="Who sends" error={problem}>
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

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmButton } from "#components/patterns/confirm-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { ShownOnce } from "#components/webhooks/shown-once.tsx";
import * as words from "#components/words/webhooks/webhook-actions.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  name: string;
  url: string;
  rotate: () => Promise<MutationResult<{ secret: string }>>;
  remove: () => Promise<MutationResult>;
};

/** A new secret for a webhook, or its end. */
export function WebhookActions({ name, url, rotate, remove }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [secret, setSecret] = useState<string>();
  return (
    <span className="flex justify-end gap-1">
      <ConfirmDialog
        trigger={
          <Button variant="ghost" size="sm">
            {words.newSecret}
          </Button>
        }
        title={words.newSecretFor(name)}
        description={words.thePresentOneIsAccepted}
        confirmLabel={words.makeANewSecret}
        onConfirm={async () => {
          const result = await rotate();
          if (result.ok) setSecret(result.data.secret);
          else toast({ title: result.problem.detail, tone: "bad" });
          router.refresh();
        }}
      />
      <ConfirmButton
        label={words.deleteLabel}
        title={words.deleteName(name)}
        description={words.theAddressIsClosed}
        danger
        act={remove}
        done={words.wasDeleted(name)}
      />
      <Dialog
        open={secret !== undefined}
        onOpenChange={(open) => (open ? undefined : setSecret(undefined))}
        title={words.copyTheNewSecretNow}
        description={words.itIsShownOnce}
      >
        <ShownOnce url={url} secret={secret ?? ""} onDone={() => setSecret(undefined)} />
      </Dialog>
    </span>
  );
}

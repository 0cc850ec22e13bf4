"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { ShownOnce } from "#components/webhooks/shown-once.tsx";
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
  const { report } = useReport();
  const [secret, setSecret] = useState<string>();
  return (
    <span className="flex justify-end gap-1">
      <ConfirmDialog
        trigger={
          <Button variant="ghost" size="sm">
            New secret
          </Button>
        }
        title={`New secret for “${name}”?`}
        description="The present one is accepted for 24 hours more, so that the sender can be changed without a gap."
        confirmLabel="Make a new secret"
        onConfirm={async () => {
          const result = await rotate();
          if (result.ok) setSecret(result.data.secret);
          else toast({ title: result.problem.detail, tone: "bad" });
          router.refresh();
        }}
      />
      <ConfirmDialog
        trigger={
          <Button variant="ghost" size="sm">
            Delete
          </Button>
        }
        title={`Delete “${name}”?`}
        description="The address is closed at once and its deliveries are deleted. What was recorded from them stays."
        confirmLabel="Delete"
        danger
        onConfirm={async () => {
          await report(remove(), `“${name}” was deleted`);
        }}
      />
      <Dialog
        open={secret !== undefined}
        onOpenChange={(open) => (open ? undefined : setSecret(undefined))}
        title="Copy the new secret now"
        description="It is shown once."
      >
        <ShownOnce url={url} secret={secret ?? ""} onDone={() => setSecret(undefined)} />
      </Dialog>
    </span>
  );
}

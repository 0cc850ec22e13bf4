"use client";

import type { CreateServiceAccountDialogProps } from "#components/identity/create-service-account-dialog.tsx";
import { LaterDialog } from "#components/patterns/later-dialog.tsx";
import { Bot } from "#components/ui/icons.tsx";
import { LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/identity/create-service-account.ts";

const Form = new LaterPart<CreateServiceAccountDialogProps>(
  async () => (await import("#components/identity/create-service-account-dialog.tsx")).CreateServiceAccountDialog,
);

/** Creates an actor that is no person. */
export function CreateServiceAccount({ create }: Pick<CreateServiceAccountDialogProps, "create">) {
  return (
    <LaterDialog part={Form} props={{ create }} icon={<Bot />} aria-keyshortcuts="c">
      {words.createAServiceAccount}
    </LaterDialog>
  );
}

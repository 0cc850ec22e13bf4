"use client";

import type { CreateKeyDialogProps } from "#components/identity/create-key-dialog.tsx";
import { LaterDialog } from "#components/patterns/later-dialog.tsx";
import { KeyRound } from "#components/ui/icons.tsx";
import { LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/identity/create-key.ts";

const Form = new LaterPart<CreateKeyDialogProps>(
  async () => (await import("#components/identity/create-key-dialog.tsx")).CreateKeyDialog,
);

type Props = Omit<CreateKeyDialogProps, "open" | "onOpenChange"> & { startsOpen?: boolean | undefined };

/** Creates a key with the permissions chosen, and shows its token, once. */
export function CreateKey({ startsOpen, ...props }: Props) {
  return (
    <LaterDialog part={Form} props={props} startsOpen={startsOpen} icon={<KeyRound />} aria-keyshortcuts="c">
      {words.createAKey}
    </LaterDialog>
  );
}

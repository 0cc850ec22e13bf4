"use client";

import type { RotateKeyDialogProps } from "#components/identity/rotate-key-dialog.tsx";
import { LaterDialog } from "#components/patterns/later-dialog.tsx";
import { LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/identity/rotate-key.ts";

const Form = new LaterPart<RotateKeyDialogProps>(
  async () => (await import("#components/identity/rotate-key-dialog.tsx")).RotateKeyDialog,
);

/** Replaces a key by a new one with the same permissions; the old one goes on for a while. */
export function RotateKey({ name, rotate }: Pick<RotateKeyDialogProps, "name" | "rotate">) {
  return (
    <LaterDialog part={Form} props={{ name, rotate }} variant="ghost">
      {words.rotate}
    </LaterDialog>
  );
}

"use client";
import type { PrecedenceDialogProps } from "#components/catalog/precedence/precedence-dialog.tsx";
import { LaterDialog } from "#components/patterns/later-dialog.tsx";
import { LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/catalog/precedence/precedence.tsx";
import { numberText } from "#components/words/format.ts";

const Dialog = new LaterPart<PrecedenceDialogProps>(
  async () => (await import("#components/catalog/precedence/precedence-dialog.tsx")).PrecedenceDialog,
);

/** How much a source's word weighs, and the way to change it. */
export function ChangePrecedence(props: Omit<PrecedenceDialogProps, "open" | "onOpenChange">) {
  const { name, precedence } = props.source;
  return (
    <LaterDialog part={Dialog} props={props} variant="ghost">
      <span aria-hidden="true">{numberText(precedence)}</span>
      <span className="sr-only">{words.change(precedence, name)}</span>
    </LaterDialog>
  );
}

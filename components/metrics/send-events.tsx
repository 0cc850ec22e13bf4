"use client";
import type { Need, SendEventsDialogProps } from "#components/metrics/send-events-dialog.tsx";
import { LaterDialog } from "#components/patterns/later-dialog.tsx";
import { Plug } from "#components/ui/icons.tsx";
import { LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/metrics/send-events.ts";

const Example = new LaterPart<SendEventsDialogProps>(
  async () => (await import("#components/metrics/send-events-dialog.tsx")).SendEventsDialog,
);

/** The one button of a number that cannot be known yet: which events would give it, ready to paste. */
export function SendEvents({ org, needs }: { org: string; needs: Need }) {
  return (
    <LaterDialog part={Example} props={{ org, needs }} icon={<Plug />}>
      {words.buttons[needs]}
    </LaterDialog>
  );
}

"use client";
import { useReport } from "#components/patterns/use-report.ts";
import type { Undo } from "#components/patterns/use-undo.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog, type ConfirmDialogProps } from "#components/ui/confirm-dialog.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type ConfirmButtonProps = Pick<ConfirmDialogProps, "title" | "description" | "danger"> & {
  /** The deed as a verb, on the button and where it is confirmed. */
  label: string;
  /** Beside a list of its own instead of within a row. */
  framed?: boolean | undefined;
  act: () => Promise<MutationResult>;
  /** What is said when it worked. */
  done: string;
  back?: Undo | undefined;
};

/** A button that asks once more, does it, says how it went and reads the page again. */
export function ConfirmButton({ label, framed = false, act, done, back, ...asked }: ConfirmButtonProps) {
  const { report } = useReport();
  return (
    <ConfirmDialog
      {...asked}
      trigger={
        <Button variant={framed ? "default" : "ghost"} size="sm">
          {label}
        </Button>
      }
      confirmLabel={label}
      onConfirm={async () => {
        await report(act(), done, back);
      }}
    />
  );
}

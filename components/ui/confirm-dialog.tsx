"use client";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Code } from "#components/ui/code.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import * as words from "#components/words/ui/confirm-dialog.tsx";

export type ConfirmDialogProps = {
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  trigger?: ReactElement<Record<string, unknown>> | undefined;
  title: ReactNode;
  /** What will happen and what will not be lost. */
  description: ReactNode;
  /** The deed as a verb: "Delete source", never "OK". */
  confirmLabel: string;
  danger?: boolean | undefined;
  /** What has to be typed before the button works, for what cannot be undone. */
  typeToConfirm?: string | undefined;
  onConfirm: () => void | Promise<void>;
};

/** Asks once more before something that cannot be taken back. What can be undone gets a toast with Undo instead. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, description, confirmLabel, danger, typeToConfirm, onConfirm } = props;
  const [ownOpen, setOwnOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [typed, setTyped] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const open = props.open ?? ownOpen;
  const setOpen = (next: boolean) => {
    if (busy) return;
    setTyped("");
    setFailure(null);
    setOwnOpen(next);
    props.onOpenChange?.(next);
  };
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      setOwnOpen(false);
      props.onOpenChange?.(false);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : words.itDidNotWorkTryAgain);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={props.trigger}
      title={title}
      description={description}
      size="sm"
      footer={
        <>
          <Button variant="ghost" onClick={() => setOpen(false)}>
            {words.cancel}
          </Button>
          <Button
            variant={danger ? "danger" : "primary"}
            busy={busy}
            disabled={typeToConfirm !== undefined && typed !== typeToConfirm}
            onClick={confirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {typeToConfirm !== undefined ? (
        <Field label={words.typeToConfirm(<Code>{typeToConfirm}</Code>)}>
          <Input mono value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
        </Field>
      ) : null}
      {failure ? (
        <p role="alert" className="mt-2 text-12 text-bad-text">
          {failure}
        </p>
      ) : null}
    </Dialog>
  );
}

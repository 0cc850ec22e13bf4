"use client";
import { cloneElement, type ReactElement, type ReactNode, useState } from "react";
import type { DialogPopupProps } from "#components/ui/dialog-popup.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { useOpener } from "#components/ui/use-opener.ts";

export type DialogProps = {
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** The button that opens it; leave out when `open` is controlled from elsewhere. */
  trigger?: ReactElement<Record<string, unknown>> | undefined;
  title: ReactNode;
  description?: ReactNode;
  size?: "sm" | "md" | "lg" | undefined;
  footer?: ReactNode;
  children?: ReactNode;
};

const Popup = new LaterPart<DialogPopupProps>(
  async () => (await import("#components/ui/dialog-popup.tsx")).DialogPopup,
);

/** Asks for one thing and gives the page back. Esc and the scrim close it; focus returns to where it was. */
export function Dialog({ trigger, open: givenOpen, onOpenChange, ...rest }: DialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const open = givenOpen ?? ownOpen;
  // Once opened it stays, so that it can go away as it came.
  const [wasOpened, setWasOpened] = useState(open);
  if (open && !wasOpened) setWasOpened(true);
  const setOpen = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  const own = trigger?.props;
  const { opener, openerProps } = useOpener({ kind: "dialog", open, setOpen, fetch: Popup.prepare, own });
  return (
    <>
      {trigger === undefined ? null : cloneElement(trigger, openerProps)}
      {wasOpened ? (
        <Later
          part={Popup}
          props={{ ...rest, open, onOpenChange: setOpen, opener: trigger === undefined ? undefined : opener }}
          onLost={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

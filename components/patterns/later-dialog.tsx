"use client";

import { useState } from "react";
import { Button, type ButtonProps } from "#components/ui/button.tsx";
import { Later, type LaterPart } from "#components/ui/later.tsx";

type Opened = { open: boolean; onOpenChange: (open: boolean) => void };
type Props<Rest extends object> = Pick<ButtonProps, "icon" | "variant" | "children" | "aria-keyshortcuts"> & {
  /** The dialog with its form: fetched when the hand comes near. */
  part: LaterPart<Rest & Opened>;
  props: Rest;
  /** Opened by the address that led here. */
  startsOpen?: boolean | undefined;
};

/** A button that opens a dialog, whose form is not in what the page loads at first. */
export function LaterDialog<Rest extends object>({ part, props, startsOpen = false, ...button }: Props<Rest>) {
  const [open, setOpen] = useState(startsOpen);
  const [wasOpened, setWasOpened] = useState(startsOpen);
  return (
    <>
      <Button
        size="sm"
        {...button}
        aria-haspopup="dialog"
        onPointerEnter={part.prepare}
        onFocus={part.prepare}
        onClick={() => {
          setWasOpened(true);
          setOpen(true);
        }}
      />
      {wasOpened ? (
        <Later part={part} props={{ ...props, open, onOpenChange: setOpen }} onLost={() => setOpen(false)} />
      ) : null}
    </>
  );
}

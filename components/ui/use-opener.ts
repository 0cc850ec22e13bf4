"use client";
import {
  type FocusEvent as FocusIn,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useRef,
} from "react";

type Handlers = {
  onPointerEnter?: (event: PointerEvent) => void;
  onFocus?: (event: FocusIn) => void;
  onClick?: (event: MouseEvent) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
};

/** What the element that opens a menu or a dialog needs: to be found again, to say what it opens, and to fetch the code in time. */
export function useOpener(options: {
  kind: "menu" | "dialog";
  open: boolean;
  setOpen: (open: boolean) => void;
  fetch: () => void;
  /** The element's own. */
  own: Handlers | undefined;
}): { opener: RefObject<HTMLElement | null>; openerProps: Record<string, unknown> } {
  const { kind, open, setOpen, fetch, own } = options;
  const opener = useRef<HTMLElement>(null);
  const openerProps = {
    ref: opener,
    "aria-haspopup": kind,
    "aria-expanded": open,
    onPointerEnter: (event: PointerEvent) => {
      own?.onPointerEnter?.(event);
      fetch();
    },
    onFocus: (event: FocusIn) => {
      own?.onFocus?.(event);
      fetch();
    },
    onClick: (event: MouseEvent) => {
      own?.onClick?.(event);
      setOpen(kind === "dialog" || !open);
    },
    onKeyDown: (event: KeyboardEvent) => {
      own?.onKeyDown?.(event);
      if (kind !== "menu" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      event.preventDefault();
      setOpen(true);
    },
  };
  return { opener, openerProps };
}

/** Whether an event that would close a popup comes from the element that opened it, which closes it by itself. */
export function isOfOpener(event: Event, opener: HTMLElement | null): boolean {
  const places = [event.target, event instanceof FocusEvent ? event.relatedTarget : null];
  return opener !== null && places.some((place) => place instanceof Node && opener.contains(place));
}

"use client";
import { cloneElement, type ReactElement, type ReactNode, useState } from "react";
import { Later, LaterPart } from "#components/ui/later.tsx";
import type { MenuPopupProps } from "#components/ui/menu-popup.tsx";
import { useOpener } from "#components/ui/use-opener.ts";

export type MenuAction = {
  kind?: "item" | undefined;
  label: string;
  icon?: ReactNode;
  href?: string | undefined;
  onSelect?: (() => void) | undefined;
  /** Shown as a key cap; the key itself is handled elsewhere. */
  shortcut?: string | undefined;
  hint?: ReactNode;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
};
export type MenuChoice = {
  kind: "choice";
  label: string;
  value: string;
  options: { value: string; label: string; icon?: ReactNode }[];
  onValueChange: (value: string) => void;
};
export type MenuEntry = MenuAction | MenuChoice | { kind: "separator" } | { kind: "heading"; label: ReactNode };

export type MenuProps = {
  /** Names the menu for screen readers. */
  label: string;
  trigger: ReactElement<Record<string, unknown>>;
  items: MenuEntry[];
  align?: "start" | "center" | "end" | undefined;
  side?: "top" | "bottom" | "left" | "right" | undefined;
};

const Popup = new LaterPart<MenuPopupProps>(async () => (await import("#components/ui/menu-popup.tsx")).MenuPopup);

/** What can be done with the thing whose button opens it. */
export function Menu({ trigger, ...rest }: MenuProps) {
  const [open, setOpen] = useState(false);
  const { opener, openerProps } = useOpener({ kind: "menu", open, setOpen, fetch: Popup.prepare, own: trigger.props });
  return (
    <>
      {cloneElement(trigger, openerProps)}
      {open ? (
        <Later part={Popup} props={{ ...rest, open, onOpenChange: setOpen, opener }} onLost={() => setOpen(false)} />
      ) : null}
    </>
  );
}

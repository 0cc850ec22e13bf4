"use client";
import { useState } from "react";
import type { PersonMenuPopupProps } from "#components/shell/navigation/person-menu-popup.tsx";
import { useShell } from "#components/shell/shell-context.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Ellipsis } from "#components/ui/icons.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { useOpener } from "#components/ui/use-opener.ts";

const Popup = new LaterPart<PersonMenuPopupProps>(
  async () => (await import("#components/shell/navigation/person-menu-popup.tsx")).PersonMenuPopup,
);

/** Who is signed in; opens what belongs to them. */
export function PersonMenu() {
  const { person } = useShell();
  const [open, setOpen] = useState(false);
  const { opener, openerProps } = useOpener({ kind: "menu", open, setOpen, fetch: Popup.prepare, own: undefined });
  return (
    <>
      <button
        type="button"
        {...openerProps}
        className="mt-auto flex items-center gap-2 rounded-2 p-2 text-left hover:bg-hover"
      >
        <Avatar name={person.name} size="lg" decorative />
        <span className="grid min-w-0 flex-1 gap-px">
          <span className="cut font-550">{person.name}</span>
          <span className="cut text-11 text-text-3">
            {person.team ? `${person.team} · ${person.role}` : person.role}
          </span>
        </span>
        <Ellipsis aria-hidden className="!size-3.5" />
      </button>
      {open ? (
        <Later part={Popup} props={{ open, onOpenChange: setOpen, opener }} onLost={() => setOpen(false)} />
      ) : null}
    </>
  );
}

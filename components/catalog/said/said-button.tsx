"use client";
import { useState } from "react";
import type { SaidPopupProps } from "#components/catalog/said/said-popup.tsx";
import { useSaid } from "#components/catalog/said/said-scope.tsx";
import { PencilLine } from "#components/ui/icons.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { useOpener } from "#components/ui/use-opener.ts";
import * as words from "#components/words/catalog/said/said.tsx";

type Props = {
  path: string;
  label: string;
  /** A word for where it comes from. */
  source: string;
  isByHand: boolean;
  /** A source says something else, or would if this were dropped. */
  isOverride: boolean;
};

const Popup = new LaterPart<SaidPopupProps>(
  async () => (await import("#components/catalog/said/said-popup.tsx")).SaidPopup,
);

/** Where one value comes from, in a word; pressed, it tells who says it, since when, and what others would say. */
export function SaidButton({ path, label, source, isByHand, isOverride }: Props) {
  const scope = useSaid();
  const [open, setOpen] = useState(false);
  const { opener, openerProps } = useOpener({ kind: "dialog", open, setOpen, fetch: Popup.prepare, own: undefined });
  return (
    <>
      <button
        {...openerProps}
        type="button"
        aria-label={isOverride ? words.byHandOver(label) : words.sourceOf(label, source)}
        className={`-mr-1 inline-flex min-h-6 items-center gap-1 rounded-1 px-1 hover:bg-hover hover:text-text ${isByHand ? "text-accent-text" : ""}`}
      >
        {isByHand ? <PencilLine aria-hidden /> : null}
        {isByHand ? words.byHand : source}
      </button>
      {open ? (
        <Later
          part={Popup}
          props={{ scope, path, label, opener, onClose: () => setOpen(false) }}
          onLost={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

"use client";
import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import type { DataTableRow } from "#components/patterns/data-table/table-shape.ts";
import { isTyping } from "#components/ui/is-typing.ts";
import { isKey, keys } from "#components/ui/keys.ts";

type Input = {
  table: RefObject<HTMLElement | null>;
  rows: DataTableRow[];
  enabled: boolean;
  onToggle: ((row: DataTableRow, toHere: boolean) => void) | null;
  onClear: () => void;
  /** Brings a row into view that may not be drawn. */
  reach: (place: number) => boolean;
};

/** j and k move, Enter opens, x selects (X up to here), Esc clears. The row that is meant has the focus. Turn off for a second table on a page. */
export function useRowKeys({ table, rows, enabled, onToggle, onClear, reach }: Input) {
  const router = useRouter();
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [moves, setMoves] = useState(0);
  // After the row is drawn, wherever it was before.
  useEffect(() => {
    if (moves === 0 || currentId === null) return;
    const row = table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(currentId)}"]`);
    row?.focus({ preventScroll: true });
  }, [moves, currentId, table]);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]")) return;
    const at = rows.findIndex((row) => row.id === currentId);
    if (isKey(event, keys.nextRow) || isKey(event, keys.previousRow)) {
      event.preventDefault();
      const place = at < 0 ? 0 : Math.min(Math.max(at + (isKey(event, keys.nextRow) ? 1 : -1), 0), rows.length - 1);
      const row = rows[place];
      if (row === undefined) return;
      setCurrentId(row.id);
      setMoves((count) => count + 1);
      if (!reach(place)) {
        const drawn = table.current?.querySelector(`[data-row="${CSS.escape(row.id)}"]`);
        drawn?.scrollIntoView({ block: "nearest" });
      }
      return;
    }
    if (event.key === "Escape") onClear();
    const current = rows[at];
    if (current === undefined) return;
    if (event.key.toLowerCase() === keys.selectRow) onToggle?.(current, event.shiftKey);
    const onControl = event.target instanceof Element && event.target.closest("a, button, summary");
    if (event.key === "Enter" && current.href && !onControl) router.push(current.href);
  });
  useEffect(() => {
    if (!enabled) return;
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [enabled]);
  return { currentId, setCurrentId };
}

"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { DataTableRow } from "#components/patterns/data-table/table-shape.ts";
import { isTyping } from "#components/ui/is-typing.ts";

/** j and k move, Enter opens, x selects, Esc clears. Only one table per page listens: the first on it. */
export function useRowKeys(input: {
  rows: DataTableRow[];
  enabled: boolean;
  selectable: boolean;
  onToggle: (id: string) => void;
  onClear: () => void;
}): string | null {
  const router = useRouter();
  const [currentId, setCurrentId] = useState<string | null>(null);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  useEffect(() => {
    if (!input.enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]")) return;
      const { rows, selectable, onToggle, onClear } = latest.current;
      if (event.key === "j" || event.key === "k") {
        event.preventDefault();
        setCurrentId((now) => {
          const at = rows.findIndex((row) => row.id === now);
          const next = at < 0 ? 0 : Math.min(Math.max(at + (event.key === "j" ? 1 : -1), 0), rows.length - 1);
          const row = rows[next];
          if (row) document.getElementById(`row-${row.id}`)?.scrollIntoView({ block: "nearest" });
          return row?.id ?? null;
        });
        return;
      }
      if (event.key === "Escape") onClear();
      const current = rows.find((row) => row.id === currentId);
      if (!current) return;
      if (event.key === "x" && selectable) onToggle(current.id);
      const onControl = event.target instanceof Element && event.target.closest("a, button, summary");
      if (event.key === "Enter" && current.href && !onControl) router.push(current.href);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [input.enabled, currentId, router]);
  return currentId;
}

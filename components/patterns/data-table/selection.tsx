"use client";
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";

/** A row that something is done to, also when its page is no longer shown. */
export type SelectedRow = { id: string; name: string };

type Selection = {
  selected: SelectedRow[];
  has: (id: string) => boolean;
  /** With `toHere`, everything between the row that was touched last and this one gets what the row gets. */
  toggle: (row: SelectedRow, rows: SelectedRow[], toHere: boolean) => void;
  add: (rows: SelectedRow[]) => void;
  remove: (rows: SelectedRow[]) => void;
  clear: () => void;
};

const SelectionContext = createContext<Selection | null>(null);

/** Remembers which rows of one table are selected, over its pages. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, SelectedRow>>(new Map());
  const lastId = useRef<string | null>(null);
  const selection = useMemo<Selection>(() => {
    const change = (rows: SelectedRow[], on: boolean) =>
      setChosen((now) => {
        const next = new Map(now);
        for (const row of rows) {
          if (on) next.set(row.id, { id: row.id, name: row.name });
          else next.delete(row.id);
        }
        return next;
      });
    return {
      selected: [...chosen.values()],
      has: (id) => chosen.has(id),
      toggle(row, rows, toHere) {
        const from = toHere ? rows.findIndex((other) => other.id === lastId.current) : -1;
        const to = rows.findIndex((other) => other.id === row.id);
        const range = from < 0 || to < 0 ? [row] : rows.slice(Math.min(from, to), Math.max(from, to) + 1);
        change(range, !chosen.has(row.id));
        lastId.current = row.id;
      },
      add: (rows) => change(rows, true),
      remove: (rows) => change(rows, false),
      clear: () => setChosen(new Map()),
    };
  }, [chosen]);
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}

/** The selected rows, for what is done to them. */
export function useTableSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error("useTableSelection needs a DataTable around it");
  return selection;
}

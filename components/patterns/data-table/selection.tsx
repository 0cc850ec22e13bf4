"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

type Selection = {
  ids: string[];
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  setAll: (ids: string[]) => void;
  clear: () => void;
};

const SelectionContext = createContext<Selection | null>(null);

/** Remembers which rows of one table are selected. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [ids, setIds] = useState<string[]>([]);
  const selection = useMemo<Selection>(() => {
    const chosen = new Set(ids);
    return {
      ids,
      has: (id) => chosen.has(id),
      toggle: (id) => setIds((now) => (now.includes(id) ? now.filter((other) => other !== id) : [...now, id])),
      setAll: setIds,
      clear: () => setIds([]),
    };
  }, [ids]);
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}

/** The selected rows, for the buttons of the selection bar. */
export function useTableSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error("useTableSelection needs a DataTable around it");
  return selection;
}

/** Floats at the bottom while something is selected. */
export function SelectionBar({ children }: { children: ReactNode }) {
  const { ids, clear } = useTableSelection();
  if (ids.length === 0) return null;
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-14 z-20 mx-auto mt-3 mb-3 flex w-max max-w-[calc(100%-32px)] flex-wrap items-center gap-1 rounded-3 border border-line-2 bg-float py-1.5 pr-2 pl-3.5 shadow-3 phone:bottom-[70px]"
    >
      <span role="status" className="font-550">
        {ids.length} selected
      </span>
      <span aria-hidden="true" className="mx-1.5 h-[18px] w-px bg-line-2" />
      {children}
      <button
        type="button"
        onClick={clear}
        className="flex h-[26px] items-center gap-1.5 rounded-2 px-[9px] text-12 font-500 text-text-2 hover:bg-hover"
      >
        Clear
        <kbd className="rounded-[3px] border border-line-2 bg-deck px-1 font-sans text-11 text-text-3 phone:hidden">
          esc
        </kbd>
      </button>
    </section>
  );
}

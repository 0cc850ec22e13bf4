"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { type SelectedRow, useTableSelection } from "#components/patterns/data-table/selection.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/patterns/data-table/bulk-work.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type BulkResult = { row: SelectedRow; problem: string | null };
export type BulkWork = {
  label: string;
  total: number;
  results: BulkResult[];
  isRunning: boolean;
  /** Takes back what was done, where that can be. */
  undo?: (() => void) | undefined;
};
export type RunMany = (ids: string[]) => Promise<(string | null)[]>;
export type BulkRun =
  | {
      /** Does it to one row. Each is checked and written down by itself, so one that is refused stops no other. */
      run: (id: string) => Promise<MutationResult>;
      runMany?: never;
      undoMany?: never;
    }
  | {
      run?: never;
      /** Does it to some rows in one request. @returns for each what was wrong, or null */
      runMany: RunMany;
      /** Takes it back for some of the rows for which it was done, in one request. Absent for what cannot be taken back. */
      undoMany?: RunMany | undefined;
    };
export type Start = {
  label: string;
  rows: SelectedRow[];
  /** It takes something else back. */
  isUndo?: boolean;
} & BulkRun;
type Worker = { work: BulkWork | null; start: (what: Start) => void; stop: () => void; close: () => void };

const BulkContext = createContext<Worker | null>(null);

/** Does one thing to many rows, one or some after the other, and keeps how it went with each. */
export function BulkWorkProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [work, setWork] = useState<BulkWork | null>(null);
  const isStopped = useRef(false);
  const toast = useToast();
  const { remove } = useTableSelection();
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const worker = useMemo<Worker>(() => {
    const stop = () => {
      isStopped.current = true;
    };
    // What does it is fetched when it is wanted: most pages are only read.
    const begin = async (what: Start): Promise<void> => {
      isStopped.current = false;
      try {
        const { runBulk } = await import("#components/patterns/data-table/run-bulk.tsx");
        await runBulk(what, {
          isStopped: () => isStopped.current,
          isHere: () => isHere.current,
          show: setWork,
          stop,
          begin: (next) => void begin(next),
          refresh: () => router.refresh(),
          deselect: remove,
          toast,
        });
      } catch {
        toast({ title: words.theServerCouldNotBeReached, tone: "bad" });
      }
    };
    return {
      work,
      start: (what) => void begin(what),
      stop,
      close: () => setWork(null),
    };
  }, [work, router, toast, remove]);
  return <BulkContext value={worker}>{children}</BulkContext>;
}

/** What is being done to the selected rows. */
export function useBulkWork(): Worker {
  const worker = useContext(BulkContext);
  if (!worker) throw new Error("useBulkWork needs a DataTable around it");
  return worker;
}

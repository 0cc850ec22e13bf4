"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import type { SelectedRow } from "#components/patterns/data-table/selection.tsx";
import * as words from "#components/words/patterns/data-table/bulk-work.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type BulkResult = { row: SelectedRow; problem: string | null };
export type BulkWork = { label: string; total: number; results: BulkResult[]; isRunning: boolean };
type Start = { label: string; rows: SelectedRow[]; run: (id: string) => Promise<MutationResult> };
type Worker = { work: BulkWork | null; start: (what: Start) => void; stop: () => void; close: () => void };

const BulkContext = createContext<Worker | null>(null);

/** Does one thing to many rows, one after the other, and keeps how it went with each. */
export function BulkWorkProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [work, setWork] = useState<BulkWork | null>(null);
  const isStopped = useRef(false);
  const worker = useMemo<Worker>(
    () => ({
      work,
      async start({ label, rows, run }) {
        isStopped.current = false;
        const results: BulkResult[] = [];
        const show = (isRunning: boolean) => setWork({ label, total: rows.length, results: [...results], isRunning });
        show(true);
        for (const row of rows) {
          if (isStopped.current) break;
          results.push({ row, problem: await problemOf(run, row.id) });
          show(true);
        }
        show(false);
        router.refresh();
      },
      stop() {
        isStopped.current = true;
      },
      close: () => setWork(null),
    }),
    [work, router],
  );
  return <BulkContext value={worker}>{children}</BulkContext>;
}

/** What is being done to the selected rows. */
export function useBulkWork(): Worker {
  const worker = useContext(BulkContext);
  if (!worker) throw new Error("useBulkWork needs a DataTable around it");
  return worker;
}

async function problemOf(run: Start["run"], id: string): Promise<string | null> {
  try {
    const result = await run(id);
    return result.ok ? null : result.problem.detail;
  } catch {
    return words.theServerCouldNotBeReached;
  }
}

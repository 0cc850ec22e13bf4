"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import type { SelectedRow } from "#components/patterns/data-table/selection.tsx";
import * as words from "#components/words/patterns/data-table/bulk-work.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type BulkResult = { row: SelectedRow; problem: string | null };
export type BulkWork = { label: string; total: number; results: BulkResult[]; isRunning: boolean };
export type BulkRun =
  | {
      /** Does it to one row. Each is checked and written down by itself, so one that is refused stops no other. */
      run: (id: string) => Promise<MutationResult>;
      runMany?: never;
    }
  | {
      run?: never;
      /** Does it to some rows in one request. @returns for each what was wrong, or null */
      runMany: (ids: string[]) => Promise<(string | null)[]>;
    };
type Start = { label: string; rows: SelectedRow[] } & BulkRun;
type Worker = { work: BulkWork | null; start: (what: Start) => void; stop: () => void; close: () => void };

const BulkContext = createContext<Worker | null>(null);

// Small enough that progress is seen and that stopping stops soon.
const rowsAtOnce = 200;

/** Does one thing to many rows, one or some after the other, and keeps how it went with each. */
export function BulkWorkProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [work, setWork] = useState<BulkWork | null>(null);
  const isStopped = useRef(false);
  const worker = useMemo<Worker>(
    () => ({
      work,
      async start({ label, rows, ...how }) {
        isStopped.current = false;
        const results: BulkResult[] = [];
        const show = (isRunning: boolean) => setWork({ label, total: rows.length, results: [...results], isRunning });
        show(true);
        const step = how.run === undefined ? rowsAtOnce : 1;
        for (let place = 0; place < rows.length && !isStopped.current; place += step) {
          const some = rows.slice(place, place + step);
          const problems = await problemsOf(
            how,
            some.map(({ id }) => id),
          );
          results.push(...some.map((row, at) => ({ row, problem: problems[at] ?? null })));
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

async function problemsOf(how: BulkRun, ids: string[]): Promise<(string | null)[]> {
  try {
    if (how.run === undefined) return await how.runMany(ids);
    return await Promise.all(
      ids.map(async (id) => {
        const result = await how.run(id);
        return result.ok ? null : result.problem.detail;
      }),
    );
  } catch {
    return ids.map(() => words.theServerCouldNotBeReached);
  }
}

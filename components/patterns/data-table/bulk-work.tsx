"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { Progress, ProgressText } from "#components/patterns/data-table/progress-text.tsx";
import { type SelectedRow, useTableSelection } from "#components/patterns/data-table/selection.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { numberText } from "#components/words/format.ts";
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
type Start = {
  label: string;
  rows: SelectedRow[];
  /** It takes something else back. */
  isUndo?: boolean;
} & BulkRun;
type Worker = { work: BulkWork | null; start: (what: Start) => void; stop: () => void; close: () => void };

const BulkContext = createContext<Worker | null>(null);

// Few enough that progress is seen and that stopping stops soon; of very many more, as each request costs something by itself.
const rowsAtOnce = { least: 200, most: 1_000, share: 1 / 50 };
/** Long enough to look at what many rows have become. */
const undoMs = 20_000;
/** What a timer can wait at most. */
const longestMs = 2_147_483_647;

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
  const worker = useMemo<Worker>(
    () => ({
      work,
      async start({ label, rows, isUndo = false, ...how }) {
        isStopped.current = false;
        const results: BulkResult[] = [];
        const progress = new Progress();
        const away: (() => void)[] = [];
        const show = (isRunning: boolean, undo?: () => void) => {
          setWork({ label, total: rows.length, results: [...results], isRunning, undo });
          progress.say(words.progressOf(label, numberText(results.length), numberText(rows.length)));
          // The table is gone, because its list is empty now or another page is shown: it is told and stopped there.
          if (isRunning && !isHere.current && away.length === 0)
            away.push(
              toast({
                title: <ProgressText progress={progress} />,
                tone: "note",
                action: { label: words.stop, onSelect: () => worker.stop() },
                timeoutMs: longestMs,
              }),
            );
        };
        show(true);
        // What was sent is whole, and the rest would be left as it was: leaving the page is asked about, as long as this runs.
        window.addEventListener("beforeunload", askFirst);
        const step = how.run === undefined ? stepOf(rows.length) : 1;
        for (let place = 0; place < rows.length && !isStopped.current; place += step) {
          const some = rows.slice(place, place + step);
          const problems = await problemsOf(
            how,
            some.map(({ id }) => id),
          );
          results.push(...some.map((row, at) => ({ row, problem: problems[at] ?? null })));
          show(true);
        }
        window.removeEventListener("beforeunload", askFirst);
        for (const close of away) close();
        router.refresh();
        const done = results.filter(({ problem }) => problem === null).map(({ row }) => row);
        const { undoMany } = how;
        const isWhole = done.length === rows.length;
        const undo =
          undoMany === undefined || done.length === 0
            ? undefined
            : () => worker.start({ label: words.undoOf(label), rows: done, runMany: undoMany, isUndo: true });
        if (!isUndo && (undo === undefined || !isWhole)) return show(false, undo);
        const title = isUndo
          ? words.takenBack(numberText(done.length), isWhole ? null : numberText(rows.length - done.length))
          : words.doneOf(label, numberText(done.length));
        toast({ title, tone: isWhole ? "ok" : "warn", undo, timeoutMs: undo === undefined ? undefined : undoMs });
        // One message says it; what was refused needs the room of the bar.
        if (!isWhole) return show(false);
        remove(done);
        setWork(null);
      },
      stop() {
        isStopped.current = true;
      },
      close: () => setWork(null),
    }),
    [work, router, toast, remove],
  );
  return <BulkContext value={worker}>{children}</BulkContext>;
}

/** What is being done to the selected rows. */
export function useBulkWork(): Worker {
  const worker = useContext(BulkContext);
  if (!worker) throw new Error("useBulkWork needs a DataTable around it");
  return worker;
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function stepOf(rows: number): number {
  return Math.min(rowsAtOnce.most, Math.max(rowsAtOnce.least, Math.ceil(rows * rowsAtOnce.share)));
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

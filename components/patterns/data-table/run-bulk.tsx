"use client";
import type { BulkResult, BulkRun, BulkWork, Start } from "#components/patterns/data-table/bulk-work.tsx";
import { Progress, ProgressText } from "#components/patterns/data-table/progress-text.tsx";
import type { SelectedRow } from "#components/patterns/data-table/selection.tsx";
import type { useToast } from "#components/ui/toast.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/data-table/bulk-work.ts";

/** What the work needs of the table that it was begun in. */
type Hands = {
  isStopped: () => boolean;
  /** Whether the table is still there. */
  isHere: () => boolean;
  /** Shows how far it is; null when there is nothing to show any more. */
  show: (work: BulkWork | null) => void;
  stop: () => void;
  begin: (what: Start) => void;
  refresh: () => void;
  deselect: (rows: SelectedRow[]) => void;
  toast: ReturnType<typeof useToast>;
};

// Few enough that progress is seen and that stopping stops soon; of very many more, as each request costs something by itself.
const rowsAtOnce = { least: 200, most: 1_000, share: 1 / 50 };
/** Long enough to look at what many rows have become. */
const undoMs = 20_000;
/** What a timer can wait at most. */
const longestMs = 2_147_483_647;

/** Does one thing to the rows and tells how it goes, until all are done or it is stopped. */
export async function runBulk({ label, rows, isUndo = false, ...how }: Start, hands: Hands): Promise<void> {
  const results: BulkResult[] = [];
  const progress = new Progress();
  const away: (() => void)[] = [];
  const show = (isRunning: boolean, undo?: () => void) => {
    hands.show({ label, total: rows.length, results: [...results], isRunning, undo });
    progress.say(words.progressOf(label, numberText(results.length), numberText(rows.length)));
    // The table is gone, because its list is empty now or another page is shown: it is told and stopped there.
    if (isRunning && !hands.isHere() && away.length === 0)
      away.push(
        hands.toast({
          title: <ProgressText progress={progress} />,
          tone: "note",
          action: { label: words.stop, onSelect: () => hands.stop() },
          timeoutMs: longestMs,
        }),
      );
  };
  show(true);
  // What was sent is whole, and the rest would be left as it was: leaving the page is asked about, as long as this runs.
  window.addEventListener("beforeunload", askFirst);
  const step = how.run === undefined ? stepOf(rows.length) : 1;
  for (let place = 0; place < rows.length && !hands.isStopped(); place += step) {
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
  hands.refresh();
  const done = results.filter(({ problem }) => problem === null).map(({ row }) => row);
  const { undoMany } = how;
  const isWhole = done.length === rows.length;
  const undo =
    undoMany === undefined || done.length === 0
      ? undefined
      : () => hands.begin({ label: words.undoOf(label), rows: done, runMany: undoMany, isUndo: true });
  if (!isUndo && (undo === undefined || !isWhole)) return show(false, undo);
  const title = isUndo
    ? words.takenBack(numberText(done.length), isWhole ? null : numberText(rows.length - done.length))
    : words.doneOf(label, numberText(done.length));
  hands.toast({ title, tone: isWhole ? "ok" : "warn", undo, timeoutMs: undo === undefined ? undefined : undoMs });
  // One message says it; what was refused needs the room of the bar.
  if (!isWhole) return show(false);
  hands.deselect(done);
  hands.show(null);
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

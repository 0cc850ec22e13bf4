import { useCallback, useEffect, useRef, useState } from "react";
import { isUnfinished } from "#components/actions/runs/run-steps.ts";
import { restGet } from "#components/patterns/rest-client.ts";
import { useLiveEvents, useLiveState } from "#components/shell/live.tsx";
import type { Run, RunLogLine } from "#lib/actions/runs/schema.ts";

type LogPage = { lines: RunLogLine[]; lastLine: number; hasMore: boolean };

// When no event arrives (the stream is closed, a proxy holds it back) an unfinished run is asked for all the same.
const askEveryMs = 3_000;

/** A run and its log as they are now: read again whenever the server says that they have changed. */
export function useLiveRun(org: string, initialRun: Run, initialLines: RunLogLine[]) {
  const [run, setRun] = useState(initialRun);
  const [lines, setLines] = useState(initialLines);
  const state = useLiveState();
  const lastLine = useRef(initialLines.at(-1)?.line ?? 0);
  const work = useRef({ isBusy: false, isWanted: false });

  const read = useCallback(async () => {
    if (work.current.isBusy) {
      work.current.isWanted = true;
      return;
    }
    work.current.isBusy = true;
    try {
      do {
        work.current.isWanted = false;
        // The run is read before its log: a run that has ended is shown with its last lines.
        const next = await restGet<Run>(org, `/runs/${initialRun.number}`);
        for (let hasMore = true; hasMore; ) {
          const page = await restGet<LogPage>(org, `/runs/${initialRun.number}/log`, { after: lastLine.current });
          const fresh = page.lines.filter((line) => line.line > lastLine.current);
          lastLine.current = fresh.at(-1)?.line ?? lastLine.current;
          if (fresh.length > 0) setLines((before) => [...before, ...fresh]);
          hasMore = page.hasMore && fresh.length > 0;
        }
        setRun(next);
      } while (work.current.isWanted);
    } catch {
      // The next event or the next round asks again; what is shown stays.
    } finally {
      work.current.isBusy = false;
    }
  }, [org, initialRun.number]);

  useLiveEvents(["run.updated", "run.logged"], (event) => {
    if (event.topic === "*" || event.subjectId === initialRun.id) void read();
  });
  const isOpen = isUnfinished(run.status);
  useEffect(() => {
    if (!isOpen) return;
    // Asked once at once: the run may have moved on between the server's reading and the stream's beginning.
    void read();
    const timer = setInterval(() => void read(), askEveryMs);
    return () => clearInterval(timer);
  }, [isOpen, read]);
  return { run, lines, isOpen, isLive: state === "live" };
}

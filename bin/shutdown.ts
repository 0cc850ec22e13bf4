import { say } from "./steps.mjs";

/**
 * Everything this process started and how to stop it. Stops run one after the other, last started first, so that web goes before
 * worker and worker before database. `deadlineAt` (performance.now()) is when the whole stop must be over.
 */
type Stop = (deadlineAt: number) => Promise<void>;

const totalMs = 9_600;
const stops: { name: string; stop: Stop }[] = [];
let stopping: Promise<never> | undefined;

/** Registers something to stop; call the result when it has ended by itself. */
export function onStop(name: string, stop: Stop): () => void {
  const entry = { name, stop };
  stops.push(entry);
  return () => {
    const index = stops.indexOf(entry);
    if (index >= 0) stops.splice(index, 1);
  };
}

export function isStopping(): boolean {
  return stopping !== undefined;
}

/** Stops everything in order and exits. Further calls (a second Ctrl-C) change nothing. */
export function stopEverything(exitCode: number): Promise<never> {
  stopping ??= (async () => {
    const deadlineAt = performance.now() + totalMs;
    for (let entry = stops.pop(); entry !== undefined; entry = stops.pop()) {
      await entry
        .stop(deadlineAt)
        .catch((error) =>
          process.stderr.write(`Stopping ${entry?.name}: ${error instanceof Error ? error.message : error}\n`),
        );
    }
    process.exit(exitCode);
  })();
  return stopping;
}

/**
 * Stops in order on Ctrl-C, SIGTERM, a closed terminal, and when the process that started this one was killed.
 * @param options.exitCode a server that is told to stop has done its job (0); a command that is interrupted has not (130)
 */
export function stopOnSignals(options: { exitCode: number; announce: boolean }): void {
  const stop = (reason: string) => {
    if (options.announce) say(isStopping() ? "  Still stopping" : `\n  ${reason}: stopping web, worker and database`);
    void stopEverything(options.exitCode);
  };
  let lastSignalAt = Number.NEGATIVE_INFINITY;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // The terminal and the launcher both pass on one Ctrl-C.
      if (performance.now() - lastSignalAt < 500) return;
      lastSignalAt = performance.now();
      stop(signal === "SIGINT" ? "Ctrl-C" : signal);
    });
  }
  // A closed terminal also closes these; writing to them must not end an orderly stop.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !isStopping()) stop("The launcher is gone");
  }, 1000).unref();
}

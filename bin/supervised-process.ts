import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { type LogFile, openLogFile } from "./log-file.ts";
import { root } from "./root.ts";
import { isStopping, onStop } from "./shutdown.ts";
import { dim, red, say, show } from "./steps.mjs";

/** A program that is kept running: started again when it ends, with growing pauses. */
export type SupervisedProcess = { name: string; log: LogFile; crashes(): number; onCrash(listener: () => void): void };

type Options = {
  name: string;
  parameters: string[];
  environment: NodeJS.ProcessEnv;
  logPath: string;
  /** Also show what it writes, for development and for collecting logs of a deployment. */
  isShown: boolean;
  /** How long an orderly stop may take, counted back from the end of the whole stop. */
  reserveMs: number;
  maxStopMs: number;
  onLaunch: (name: string, pid: number) => void;
};

const longestPauseMs = 30_000;
const healthyAfterMs = 60_000;

export function superviseProcess(options: Options): SupervisedProcess {
  const log = openLogFile(options.logPath);
  const listeners: (() => void)[] = [];
  let child: ChildProcess;
  let crashes = 0;
  let ended: Promise<void> = Promise.resolve();

  const launch = () => {
    const startedAt = performance.now();
    // A process group of its own: Ctrl-C reaches the supervisor alone, which then stops things in order.
    child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...options.parameters], {
      cwd: root,
      env: options.environment,
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    if (child.pid !== undefined) options.onLaunch(options.name, child.pid);
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      log.read(stream);
      if (options.isShown) stream.on("data", (chunk: Buffer) => show(chunk.toString("utf8")));
    }
    ended = new Promise((resolve) => {
      child.on("error", () => resolve());
      child.on("exit", async (code, signal) => {
        resolve();
        if (isStopping()) return;
        crashes = performance.now() - startedAt > healthyAfterMs ? 1 : crashes + 1;
        const pauseMs = Math.min(longestPauseMs, 500 * 2 ** (crashes - 1));
        say(
          red(
            `  ${options.name} ended unexpectedly (${signal ?? `exit code ${code}`}); starting it again in ${pauseMs / 1000} s ${dim(options.logPath)}`,
          ),
        );
        for (const listener of listeners) listener();
        await sleep(pauseMs);
        if (!isStopping()) launch();
      });
    });
  };
  launch();

  onStop(options.name, async (deadlineAt) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const timeMs = Math.max(500, Math.min(options.maxStopMs, deadlineAt - options.reserveMs - performance.now()));
    await Promise.race([ended, sleep(timeMs)]);
    killGroup(child);
    await Promise.race([ended, sleep(500)]);
  });

  return { name: options.name, log, crashes: () => crashes, onCrash: (listener) => void listeners.push(listener) };
}

/** Ends what is left of a program and its own children. */
function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== "win32") process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  } catch {
    // Nothing is left.
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { frameMessage } from "#lib/kernel/child-process/serve-child-jobs.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

export type ChildOutcome =
  | { ok: true; output: string }
  | { ok: false; reason: "deadline" | "crashed" | "output_too_large" };
export type ChildLimits = { deadlineMs: number; memoryMb: number; maxOutputBytes: number };

const startLimitMs = 30_000;

// Nothing of ours reaches the child; the one entry is what the type of an environment insists on.
const emptyEnvironment = { NODE_ENV: "production" } as const;

/**
 * One disposable Node process that works on one job at a time. It has no environment, little memory, and is killed when a job takes too
 * long, answers too much, or when it answers what it was not asked. After any failure it is dead and must be replaced.
 */
export class Child {
  readonly #process: ChildProcess;
  readonly #limits: ChildLimits;
  #settle: ((outcome: ChildOutcome) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStarted = false;
  #chunks: Buffer[] = [];
  #receivedBytes = 0;
  jobCount = 0;
  isDead = false;

  constructor(script: string, limits: ChildLimits) {
    this.#limits = limits;
    // The script is found from the project's root: a bundler moves this file, but not the child's.
    this.#process = spawn(
      process.execPath,
      [`--max-old-space-size=${limits.memoryMb}`, "--disable-proto=delete", join(projectRoot(), script)],
      { env: emptyEnvironment, cwd: tmpdir(), stdio: ["pipe", "pipe", "ignore"] },
    );
    this.#process.stdout?.on("data", (chunk: Buffer) => this.#receive(chunk));
    // A write to a child that has just died fails; its exit is what counts.
    this.#process.stdin?.on("error", () => undefined);
    this.#process.on("error", () => this.#end("crashed"));
    this.#process.on("exit", () => this.#end("crashed"));
    this.#holdEventLoop(false);
  }

  /** Runs one job. Never rejects. */
  run(input: string): Promise<ChildOutcome> {
    return new Promise((resolve) => {
      if (this.isDead) {
        resolve({ ok: false, reason: "crashed" });
        return;
      }
      this.jobCount += 1;
      this.#holdEventLoop(true);
      this.#settle = (outcome) => {
        clearTimeout(this.#timer);
        this.#settle = undefined;
        this.#holdEventLoop(false);
        resolve(outcome);
      };
      this.#startClock();
      this.#process.stdin?.write(frameMessage(input));
    });
  }

  /** Ends the process at once. */
  kill(): void {
    this.#end("crashed");
  }

  /** The deadline is the job's alone: a child that is still starting has its own. */
  #startClock(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end("deadline"), this.#isStarted ? this.#limits.deadlineMs : startLimitMs);
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#receivedBytes += chunk.length;
    if (this.#receivedBytes < 4) return;
    const first = this.#chunks[0];
    const start = first !== undefined && first.length >= 4 ? first : Buffer.concat(this.#chunks);
    const length = start.readUInt32BE(0);
    if (length > this.#limits.maxOutputBytes) this.#end("output_too_large");
    else if (this.#receivedBytes >= 4 + length) this.#take(Buffer.concat(this.#chunks), 4 + length);
  }

  #take(received: Buffer, endOfMessage: number): void {
    this.#chunks = [];
    this.#receivedBytes = 0;
    const rest = received.subarray(endOfMessage);
    if (!this.#isStarted) {
      this.#isStarted = true;
      if (this.#settle !== undefined) this.#startClock();
      if (rest.length > 0) this.#receive(rest);
    } else if (this.#settle === undefined || rest.length > 0) this.#end("crashed");
    else this.#settle({ ok: true, output: received.toString("utf8", 4) });
  }

  #end(reason: "deadline" | "crashed" | "output_too_large"): void {
    if (!this.isDead) {
      this.isDead = true;
      this.#process.kill("SIGKILL");
    }
    this.#settle?.({ ok: false, reason });
  }

  /** An idle child must not keep its parent running. */
  #holdEventLoop(isWorking: boolean): void {
    for (const handle of [this.#process, this.#process.stdin, this.#process.stdout]) {
      if (handle === null || !("ref" in handle || handle instanceof Socket)) continue;
      if (isWorking) handle.ref();
      else handle.unref();
    }
  }
}

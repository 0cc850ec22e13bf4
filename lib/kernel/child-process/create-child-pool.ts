import { availableParallelism } from "node:os";
import { Child, type ChildLimits, type ChildOutcome } from "#lib/kernel/child-process/child.ts";

export type PoolOutcome = ChildOutcome | { ok: false; reason: "busy" };
export type ChildPool = {
  /** Runs one job in some child. `lane` groups the jobs of one caller: lanes take turns. Never rejects. */
  run(input: string, options?: { lane?: string | undefined }): Promise<PoolOutcome>;
  /** Kills every child. Waiting jobs are answered as crashed. */
  close(): void;
};

type PoolOptions = Partial<ChildLimits> & {
  /** The child's script, from the project's root. */
  script: string;
  deadlineMs: number;
  maxChildren?: number;
  recycleAfterJobs?: number;
  idleMs?: number;
  maxWaiting?: number;
};

type Job = { input: string; resolve(outcome: PoolOutcome): void };

/**
 * A pool of disposable child processes for work on untrusted input that could block or kill the process it runs in.
 * Bounded (children and waiting jobs), fair (a caller with a thousand jobs and a caller with one take turns), and forgetful: a child is
 * replaced after every failure and after some jobs, and ends after some idle time.
 */
export function createChildPool(options: PoolOptions): ChildPool {
  const limits = { memoryMb: 128, maxOutputBytes: 16_000_000, ...options };
  const maxChildren = options.maxChildren ?? Math.max(2, Math.min(4, availableParallelism()));
  const { recycleAfterJobs = 200, idleMs = 30_000, maxWaiting = 5_000 } = options;
  const lanes = new Map<string, Job[]>();
  const idle: { child: Child; timer: NodeJS.Timeout }[] = [];
  const working = new Set<Child>();
  let waitingCount = 0;

  function takeJob(): Job | undefined {
    const next = lanes.entries().next();
    if (next.done === true) return undefined;
    const [lane, jobs] = next.value;
    const job = jobs.shift();
    // The lane goes to the end of the line, so that the others have their turn.
    lanes.delete(lane);
    if (jobs.length > 0) lanes.set(lane, jobs);
    waitingCount -= 1;
    return job;
  }

  function takeChild(): Child {
    for (let rested = idle.pop(); rested !== undefined; rested = idle.pop()) {
      clearTimeout(rested.timer);
      if (!rested.child.isDead) return rested.child;
    }
    return new Child(options.script, limits);
  }

  function rest(child: Child): void {
    if (child.isDead || child.jobCount >= recycleAfterJobs) {
      child.kill();
      return;
    }
    const entry = {
      child,
      timer: setTimeout(() => {
        idle.splice(idle.indexOf(entry), 1);
        child.kill();
      }, idleMs).unref(),
    };
    idle.push(entry);
  }

  function pump(): void {
    while (working.size < maxChildren) {
      const job = takeJob();
      if (job === undefined) return;
      const child = takeChild();
      working.add(child);
      void child.run(job.input).then((outcome) => {
        working.delete(child);
        rest(child);
        job.resolve(outcome);
        pump();
      });
    }
  }

  return {
    run(input, { lane = "" } = {}) {
      if (waitingCount >= maxWaiting) return Promise.resolve({ ok: false, reason: "busy" });
      return new Promise((resolve) => {
        const jobs = lanes.get(lane) ?? [];
        jobs.push({ input, resolve });
        lanes.set(lane, jobs);
        waitingCount += 1;
        pump();
      });
    },
    close() {
      for (const jobs of lanes.values()) for (const job of jobs) job.resolve({ ok: false, reason: "crashed" });
      lanes.clear();
      waitingCount = 0;
      for (const { child, timer } of idle.splice(0)) {
        clearTimeout(timer);
        child.kill();
      }
      for (const child of working) child.kill();
    },
  };
}

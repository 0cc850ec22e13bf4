import { sql } from "drizzle-orm";
import type { Backend, Step, StepResult } from "#lib/actions/runs/backend.ts";
import { backendOf } from "#lib/actions/runs/backends.ts";
import {
  type ClaimedRun,
  claimRun,
  fencedTransaction,
  releaseRun,
  SupersededError,
} from "#lib/actions/runs/claim-run.ts";
import { finishRun } from "#lib/actions/runs/finish-run.ts";
import { createRunLog, plainLine, type RunLog } from "#lib/actions/runs/run-log.ts";
import { withWorkspace } from "#lib/actions/runs/run-workspace.ts";
import { storeLogLines } from "#lib/actions/runs/store-log-lines.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError, asAppError } from "#lib/kernel/errors.ts";
import { writeOutbox } from "#lib/kernel/events.ts";
import { log as processLog } from "#lib/kernel/log.ts";

/*
 * A run is a state machine whose state is rows.
 *
 *   queued ──claim──▶ running ──last step──▶ succeeded
 *      │                │ ├── a step says no ─▶ failed
 *      │                │ └── asked to ──────▶ cancelled
 *      └── asked to ────┼────────────────────▶ cancelled
 *                       └── worker gone ─────▶ running (next attempt), failed after the third time
 *
 * Each claim counts `attempt` up, and every write of an attempt commits only while it is the current one (the fence). Steps are
 * checkpointed: the next attempt goes on with the first one that is not done. What a step does outside of the database is done again by
 * the next attempt when the worker was killed before the checkpoint, so it must come to the same; what it does inside the database is
 * part of the checkpoint's transaction and happens once.
 */
const maxCrashes = 3;

/** Works on a run until it ends, or until `signal` asks to stop at the next checkpoint. */
export async function executeRun({
  ctx,
  runId,
  signal,
}: {
  ctx: Context;
  runId: string;
  signal: AbortSignal;
}): Promise<void> {
  const run = await claimRun(ctx, runId);
  if (run === null) return;
  const runLog = createRunLog((lines) => fencedTransaction(ctx, run, (tx) => storeLogLines(ctx, tx, run, lines)));
  const attempt = new Attempt(ctx, run, backendOf(run.backendKind), runLog);
  try {
    if (run.crashCount >= maxCrashes) await attempt.giveUp();
    else await withWorkspace(run, (workspace) => attempt.work(workspace, signal));
  } catch (error) {
    if (!(error instanceof SupersededError)) {
      await attempt.noteFailure(error);
      throw error;
    }
    // Whoever took over goes on; there is nothing to repeat.
    processLog().warn({ event: "run.superseded", run: run.number, org: ctx.org.slug, attempt: run.attempt });
  } finally {
    await runLog.close();
  }
}

type StepRow = { position: number; identifier: string; status: string; outputs: Record<string, unknown> };

class Attempt {
  readonly #ctx: Context;
  readonly #run: ClaimedRun;
  readonly #backend: Backend;
  readonly #log: RunLog;
  #outputs: Record<string, unknown> = {};

  constructor(ctx: Context, run: ClaimedRun, backend: Backend, runLog: RunLog) {
    this.#ctx = ctx;
    this.#run = run;
    this.#backend = backend;
    this.#log = runLog;
  }

  async work(workspace: string, signal: AbortSignal): Promise<void> {
    const open = await this.#openSteps();
    if (this.#run.crashCount > 0)
      this.#log.write(
        "warning",
        `Attempt ${this.#run.attempt}: the worker before stopped in the middle; going on from the last checkpoint`,
      );
    for (const { step, position, isLast } of open) {
      if (signal.aborted) {
        await releaseRun(this.#ctx, this.#run);
        throw new AppError("unavailable", "The worker is stopping; the run goes on with its next attempt.");
      }
      if (!(await this.#begin(step, position))) return;
      const result = await this.#runStep(step, workspace);
      if (result === null) return;
      if (!(await this.#complete(position, isLast, result))) return;
    }
  }

  /** The worker was lost with this run too often: it may well be the cause. */
  async giveUp(): Promise<void> {
    await this.#openSteps();
    const { lastError } = this.#run;
    const why =
      lastError === null
        ? `The worker stopped ${maxCrashes} times while it was working on this run`
        : `This failed ${maxCrashes} times, the last time with: ${lastError}`;
    await this.#end(
      "failed",
      `${why}${/[.!]$/.test(why) ? "" : "."} It is not tried again; ask an operator to look at the worker's log.`,
    );
  }

  /** Says in the run why it will be tried again, as far as anything can still be stored. */
  async noteFailure(error: unknown): Promise<void> {
    const { message } = asAppError(error);
    this.#log.write("warning", message);
    await fencedTransaction(this.#ctx, this.#run, (tx) =>
      tx.execute(
        sql`update runs set error = ${message} where org_id = ${this.#ctx.org.id}::uuid and id = ${this.#run.id}::uuid`,
      ),
    ).catch(() => undefined);
  }

  /** The steps that are left; what the others gave is remembered. */
  async #openSteps(): Promise<{ step: Step; position: number; isLast: boolean }[]> {
    const rows = await fencedTransaction(this.#ctx, this.#run, (tx) =>
      tx.execute<StepRow>(sql`
        select position, identifier, status, outputs from run_steps
        where org_id = ${this.#ctx.org.id}::uuid and run_id = ${this.#run.id}::uuid order by position`),
    );
    for (const row of rows) if (row.status === "succeeded") Object.assign(this.#outputs, row.outputs);
    const open = rows.filter((row) => row.status !== "succeeded");
    this.#log.enter(open[0]?.position ?? 1);
    return open.map((row) => {
      const step = this.#backend.steps.find((candidate) => candidate.identifier === row.identifier);
      if (step === undefined) throw new Error(`No step ${row.identifier}`);
      return { step, position: row.position, isLast: row.position === rows.at(-1)?.position };
    });
  }

  /** @returns false when the run was cancelled instead */
  async #begin(step: Step, position: number): Promise<boolean> {
    this.#log.enter(position);
    this.#log.write("step", this.#run.attempt === 1 ? step.title : `${step.title}, attempt ${this.#run.attempt}`);
    const isWanted = await this.#checkpoint(async (tx, { isCancelRequested }) => {
      if (isCancelRequested) return false;
      await tx.execute(sql`
        update run_steps set status = 'running', attempt = ${this.#run.attempt}, started_at = coalesce(started_at, clock_timestamp())
        where org_id = ${this.#ctx.org.id}::uuid and run_id = ${this.#run.id}::uuid and position = ${position}`);
      await writeOutbox(this.#ctx, tx, [
        { topic: "run.updated", subjectId: this.#run.id, payload: { number: this.#run.number, status: "running" } },
      ]);
      return true;
    });
    if (!isWanted) await this.#end("cancelled", null);
    return isWanted;
  }

  /** @returns null when the step said no, and the run has failed */
  async #runStep(step: Step, workspace: string): Promise<StepResult | null> {
    try {
      return await step.run({
        ctx: this.#ctx,
        run: this.#run,
        log: this.#log,
        workspace,
        outputs: this.#outputs,
        fenced: (work) => fencedTransaction(this.#ctx, this.#run, work),
      });
    } catch (error) {
      return this.#refuse(error);
    }
  }

  /** @returns false when what belongs to the step could not be done, and the run has failed */
  async #complete(position: number, isLast: boolean, result: StepResult): Promise<boolean> {
    Object.assign(this.#outputs, result.outputs);
    const [ctx, run] = [this.#ctx, this.#run];
    try {
      await this.#checkpoint(async (tx) => {
        await result.commit?.(tx);
        await tx.execute(sql`
          update run_steps set status = 'succeeded', summary = ${result.summary}, outputs = ${JSON.stringify(result.outputs ?? {})}::jsonb, finished_at = clock_timestamp()
          where org_id = ${ctx.org.id}::uuid and run_id = ${run.id}::uuid and position = ${position}`);
        await tx.execute(sql`
          update runs set outputs = outputs || ${JSON.stringify(result.outputs ?? {})}::jsonb, links = links || ${JSON.stringify(result.links ?? [])}::jsonb
          where org_id = ${ctx.org.id}::uuid and id = ${run.id}::uuid`);
        if (isLast) await finishRun.call(ctx, { runId: run.id, status: "succeeded", error: null }, tx);
        else
          await writeOutbox(ctx, tx, [
            { topic: "run.updated", subjectId: run.id, payload: { number: run.number, status: "running" } },
          ]);
      });
      return true;
    } catch (error) {
      await this.#refuse(error);
      return false;
    }
  }

  /**
   * An answer of the kind "this cannot be done" ends the run. Anything else (no database, no disk, a mistake of ours) is thrown to the
   * queue and tried again, and counts as a crash, so that it ends too. @returns null
   */
  async #refuse(error: unknown): Promise<null> {
    if (error instanceof SupersededError) throw error;
    const known = asAppError(error);
    if (known.code === "internal" || known.code === "unavailable") throw error;
    await this.#end("failed", known.message);
    return null;
  }

  async #end(status: "failed" | "cancelled", reason: string | null): Promise<void> {
    const [ctx, run] = [this.#ctx, this.#run];
    this.#log.write(
      status === "failed" ? "error" : "warning",
      reason ?? "Cancelled; the steps that were done are kept",
    );
    await this.#checkpoint(async (tx) => {
      await this.#backend.cleanUp(tx, ctx, run);
      await tx.execute(sql`
        update run_steps set summary = ${plainLine(reason ?? "Cancelled")} where org_id = ${ctx.org.id}::uuid and run_id = ${run.id}::uuid and status = 'running'`);
      await finishRun.call(ctx, { runId: run.id, status, error: reason }, tx);
    });
  }

  /** A fenced transaction that also stores the lines written so far. */
  async #checkpoint<T>(work: Parameters<typeof fencedTransaction<T>>[2]): Promise<T> {
    const lines = await this.#log.take();
    try {
      return await fencedTransaction(this.#ctx, this.#run, async (tx, state) => {
        await storeLogLines(this.#ctx, tx, this.#run, lines);
        return work(tx, state);
      });
    } catch (error) {
      this.#log.giveBack(lines);
      throw error;
    }
  }
}

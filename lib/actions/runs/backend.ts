import type { Transaction } from "#db/client.ts";
import type { RunLog } from "#lib/actions/runs/run-log.ts";
import type { Policy, RunPreview } from "#lib/actions/runs/schema.ts";
import type { Context } from "#lib/kernel/context.ts";

/** A run as an attempt at it sees it. */
export type RunningRun = {
  id: string;
  number: number;
  title: string;
  attempt: number;
  crashCount: number;
  action: { identifier: string; title: string };
  inputs: Record<string, unknown>;
  startedByName: string;
  createdAt: Date;
};

export type StepScope = {
  ctx: Context;
  run: RunningRun;
  log: RunLog;
  /** A folder of this attempt's own, which is gone when the attempt ends. */
  workspace: string;
  /** What the steps before gave, also when an earlier attempt did them. */
  outputs: Record<string, unknown>;
  /** Runs `work` in a transaction that commits only while this attempt is the current one. */
  fenced<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
};

export type StepResult = {
  summary: string;
  outputs?: Record<string, unknown>;
  links?: { title: string; url: string }[];
  /** What has to happen exactly once: it is part of the transaction that records the step as done. */
  commit?(tx: Transaction): Promise<void>;
};

/** One step of a run. `run` must be safe to repeat: a worker that is killed leaves it to the next one. */
export type Step = { identifier: string; title: string; run(scope: StepScope): Promise<StepResult> };

/** What an action drives. */
export type Backend = {
  kind: string;
  steps: Step[];
  titleOf(inputs: Record<string, unknown>): string;
  checkPolicies(
    tx: Transaction,
    orgId: string,
    answers: Record<string, unknown>,
    runId: string | null,
  ): Promise<Policy[]>;
  /** What would be made; `inputs` are complete and without problems. */
  preview(
    ctx: Context,
    inputs: Record<string, unknown>,
    runNumber: number,
  ): Promise<Pick<RunPreview, "repository" | "files" | "requests">>;
  /** Takes back what a run that ended early began, as far as nobody can have used it. */
  cleanUp(tx: Transaction, ctx: Context, run: { id: string; inputs: Record<string, unknown> }): Promise<void>;
};

import type { StepState, TimelineStep } from "#components/patterns/timeline.tsx";
import * as words from "#components/words/actions/runs/run-steps.ts";
import { elapsedText } from "#components/words/units.ts";
import type { Run, RunStep } from "#lib/actions/runs/schema.ts";

/** A run's steps as the road and the timeline show them. */
export function timelineOf(run: Run): (TimelineStep & { state: StepState })[] {
  return run.steps.map((step) => ({
    id: step.identifier,
    name: step.title,
    state: stateOf(step, run),
    detail: detailOf(step),
    duration:
      step.startedAt !== null && step.finishedAt !== null && step.status !== "skipped"
        ? elapsedText(Date.parse(step.finishedAt) - Date.parse(step.startedAt))
        : undefined,
  }));
}

function stateOf(step: RunStep, run: Run): StepState {
  if (step.status === "succeeded") return "done";
  if (step.status === "running") return "running";
  if (step.status === "failed") return "failed";
  if (step.status === "skipped") return run.status === "cancelled" ? "cancelled" : "skipped";
  return "next";
}

function detailOf(step: RunStep): string | undefined {
  const again = step.attempt > 1 && step.status !== "skipped" ? `attempt ${step.attempt}` : null;
  return [step.summary, again].filter((part) => part !== null).join(" · ") || undefined;
}

/** Where a run stands, for the pill beside its name: "step 3 of 5". */
export function placeOf(run: Pick<Run, "status" | "stepsDone" | "stepCount">): string | undefined {
  return run.status === "running" ? words.stepOf(Math.min(run.stepsDone + 1, run.stepCount), run.stepCount) : undefined;
}

export function isUnfinished(status: Run["status"]): boolean {
  return status === "queued" || status === "running";
}

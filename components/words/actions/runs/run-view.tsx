import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const runs = "Runs";
export const live = "Live";
export const connecting = "Connecting";
export const copyLink = "Copy link";
export const cancelling = "cancelling";
export const runAgain = "Run again";
export const cancelRun = "Cancel run";
export const cancelRunQuestion = (number: number) => `Cancel run #${number}?`;
export const itEndsBeforeItsNext = "It ends before its next step. What the steps before made is kept.";
export const thisRun = "This run";
export const currentFailed = (current: ReactNode) => <>{current} failed.</>;
export const ofStepsDone = (stepsDone: number, stepCount: number) =>
  `${numberText(stepsDone)} of ${numberText(stepCount)} steps done`;
export const steps = "Steps";
export const waitingForAWorker = "Waiting for a worker";
export const fromThePortal = " from the portal";
export const byKind = (kind: string) => ` by ${kind}`;
export const tookMs = (tookMs: string) => ` Took ${tookMs}.`;
export const attemptsAfterAWorkerStopped = (attempt: number, crashCount: number) =>
  ` ${numberText(attempt)} attempts, ${numberText(crashCount)} after a worker stopped.`;
export const startedBy = (startedBy: ReactNode, time: ReactNode) => (
  <>
    Started by {startedBy} {time}
  </>
);
export const outputs = "Outputs";
export const moreAsItsStepsEnd = "more as its steps end";
export const nothingYet = "Nothing yet.";
export const thisRunMadeNothing = "This run made nothing that was kept.";
export const commit = "Commit";

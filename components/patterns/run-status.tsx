import type { ReactNode } from "react";
import { Ban, Check, CircleX, Clock, Hourglass, LoaderCircle, ShieldX, TriangleAlert } from "#components/ui/icons.tsx";
import { Pill } from "#components/ui/pill.tsx";
import type { Tone } from "#components/ui/tone.ts";
import * as words from "#components/words/patterns/run-status.ts";

export type RunStatusProps = {
  status: string;
  /** After the word: "step 6 of 8". */
  detail?: string | undefined;
};

const known: Record<string, { word: string; tone: Tone; icon: ReactNode }> = {
  queued: { word: "queued", tone: "note", icon: <Clock aria-hidden /> },
  scheduled: { word: "scheduled", tone: "note", icon: <Clock aria-hidden /> },
  waiting: { word: "waiting", tone: "warn", icon: <Hourglass aria-hidden /> },
  awaiting_approval: { word: words.needsApproval, tone: "warn", icon: <Hourglass aria-hidden /> },
  running: { word: "running", tone: "accent", icon: <LoaderCircle aria-hidden className="turning" /> },
  succeeded: { word: "succeeded", tone: "ok", icon: <Check aria-hidden /> },
  failed: { word: "failed", tone: "bad", icon: <CircleX aria-hidden /> },
  denied: { word: "denied", tone: "bad", icon: <ShieldX aria-hidden /> },
  cancelled: { word: "cancelled", tone: "neutral", icon: <Ban aria-hidden /> },
  lost: { word: "lost", tone: "bad", icon: <TriangleAlert aria-hidden /> },
};

/** Where a run stands, in a word. */
export function RunStatus({ status, detail }: RunStatusProps) {
  const shown = known[status] ?? { word: status.replaceAll("_", " "), tone: "neutral" as const, icon: null };
  return (
    <Pill tone={shown.tone} icon={shown.icon}>
      {detail ? `${shown.word}, ${detail}` : shown.word}
    </Pill>
  );
}

/** The tone of a run's status, for dots and glyphs. */
export function runTone(status: string): Tone {
  return known[status]?.tone ?? "neutral";
}

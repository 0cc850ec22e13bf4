"use client";
import { useEffect, useState } from "react";
import { LoaderCircle } from "#components/ui/icons.tsx";
import { elapsedText } from "#components/words/units.ts";

export type StepProgressProps = { label: string; startedAt: string };

/** What is being done and for how long, when nobody can know how much is left. */
export function StepProgress({ label, startedAt }: StepProgressProps) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="inline-flex items-center gap-2 text-text-2">
      <LoaderCircle aria-hidden className="turning !size-3.5 text-accent" />
      <span role="status">{label}</span>
      {now !== null ? (
        <span className="numeric text-12 text-text-3">{elapsedText(now - new Date(startedAt).getTime())}</span>
      ) : null}
    </span>
  );
}

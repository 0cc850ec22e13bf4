"use client";
import { useSyncExternalStore } from "react";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/properties/timer-pill.ts";
import { dateText, relativeText } from "#components/words/format.ts";

const soonMs = 7 * 24 * 60 * 60 * 1000;
// From then on times are written as dates.
const farMs = 30 * 24 * 60 * 60 * 1000;
const tickMs = 30_000;

function follow(listener: () => void): () => void {
  const timer = setInterval(listener, tickMs);
  return () => clearInterval(timer);
}

/** The half minute that it is: the same wherever it is read within one. */
function readClock(): number {
  return Math.floor(Date.now() / tickMs) * tickMs;
}

/** When something ends, and how long that is: amber when it is soon, red when it is over. */
export function TimerPill({ at }: { at: string }) {
  const now = useSyncExternalStore(follow, readClock, readClock);
  const ends = Date.parse(at);
  const tone = ends <= now ? "bad" : ends - now < soonMs ? "warn" : "neutral";
  const isFar = Math.abs(ends - now) >= farMs;
  const text = relativeText(ends, now);
  return (
    <time dateTime={at} title={dateText(at, "digits")} suppressHydrationWarning>
      <Pill tone={tone}>{ends <= now ? words.over(text, isFar) : words.ends(text, isFar)}</Pill>
    </time>
  );
}

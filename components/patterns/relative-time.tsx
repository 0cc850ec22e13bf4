"use client";
import { useSyncExternalStore } from "react";
import { dateText, relativeText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/relative-time.ts";

export type RelativeTimeProps = {
  /** ISO date. */
  at: string;
  /** `short`: "41 min". `long`: "41 min ago". */
  style?: "short" | "long" | undefined;
  className?: string | undefined;
};

const dateAgo = 30 * 24 * 60 * 60 * 1000;
const tickMs = 30_000;

// One clock for all times of a page.
let clockMs = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function followClock(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    clockMs = Date.now();
    for (const tell of [...listeners]) tell();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time of the last tick: the same for everything that is drawn at once, by the server too. */
function readClock(): number {
  if (Date.now() - clockMs > (timer === undefined ? 1_000 : tickMs)) clockMs = Date.now();
  return clockMs;
}

/** When something happened, as the time since then; the exact time is its title. Keeps itself current. */
export function RelativeTime({ at, style = "short", className }: RelativeTimeProps) {
  const clock = useSyncExternalStore(followClock, readClock, readClock);
  const atMs = Date.parse(at);
  // Something that happened since the last tick, or by a clock that is a little ahead, happened just now and not in the future.
  const now = atMs > clock && atMs - clock < 60_000 ? atMs : clock;
  if (Number.isNaN(atMs)) return <span className={className}>{at}</span>;
  const text = relativeText(atMs, now);
  const isDate = Math.abs(now - atMs) >= dateAgo;
  const written = style === "short" || isDate ? text : atMs > now ? `in ${text}` : words.textAgo(text);
  return (
    // Server and browser may disagree by a second and by their time zone; the browser is right.
    <time dateTime={at} title={dateText(atMs, "digits")} suppressHydrationWarning className={className}>
      {written}
    </time>
  );
}

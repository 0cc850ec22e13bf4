"use client";
import { useEffect, useState } from "react";
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

/** When something happened, as the time since then; the exact time is its title. Keeps itself current. */
export function RelativeTime({ at, style = "short", className }: RelativeTimeProps) {
  const [clock, setClock] = useState(() => Date.now());
  useEffect(() => {
    setClock(Date.now());
    const timer = setInterval(() => setClock(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
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

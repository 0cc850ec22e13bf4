"use client";
import { useSyncExternalStore } from "react";

/** How far something is, for those who show it wherever they are. */
export class Progress {
  #text = "";
  readonly #hearers = new Set<() => void>();

  readonly text = (): string => this.#text;

  readonly hear = (hearer: () => void): (() => void) => {
    this.#hearers.add(hearer);
    return () => this.#hearers.delete(hearer);
  };

  say(text: string): void {
    this.#text = text;
    for (const hearer of this.#hearers) hearer();
  }
}

/** Says how far something is. Its beginning and its end are read out, not every step. */
export function ProgressText({ progress }: { progress: Progress }) {
  const text = useSyncExternalStore(progress.hear, progress.text, progress.text);
  return (
    <span aria-live="off" className="tabular-nums">
      {text}
    </span>
  );
}

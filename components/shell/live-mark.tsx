"use client";
import { useLiveState } from "#components/shell/live.tsx";
import { LiveDot } from "#components/ui/live-dot.tsx";
import * as words from "#components/words/shell/live-mark.ts";

/** Whether news comes by itself. It keeps its place until that is known, so that nothing beside it moves. */
export function LiveMark() {
  const state = useLiveState();
  return (
    <LiveDot tone={state === "offline" ? "warn" : "ok"} className={state === "connecting" ? "invisible" : undefined}>
      {state === "offline" ? words.reconnecting : words.live}
    </LiveDot>
  );
}

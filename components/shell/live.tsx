"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, use, useEffect, useEffectEvent, useMemo, useState } from "react";

export type LiveEvent = { topic: string; subjectId: string; payload: Record<string, unknown> };
export type LiveState = "connecting" | "live" | "offline";
type Listener = (event: LiveEvent) => void;
type Live = { state: LiveState; listen(listener: Listener): () => void };

const LiveContext = createContext<Live>({ state: "connecting", listen: () => () => {} });

/** Opens the one live stream of this tab. It is closed while the tab is hidden and resumed, with what was missed, when it is shown. */
export function LiveProvider({ org, children }: { org: string; children: ReactNode }) {
  const [state, setState] = useState<LiveState>("connecting");
  const [listeners] = useState(() => new Set<Listener>());
  useEffect(() => {
    let source: EventSource | null = null;
    let hasBeenOpen = false;
    const open = () => {
      source = new EventSource(`/api/v1/live?org=${encodeURIComponent(org)}`);
      source.onopen = () => {
        setState("live");
        // A new stream starts at now: whatever happened in between is read again.
        if (hasBeenOpen) for (const listener of listeners) listener({ topic: "*", subjectId: "*", payload: {} });
        hasBeenOpen = true;
      };
      source.onerror = () => setState("offline");
      source.onmessage = (message: MessageEvent<string>) => {
        const event = JSON.parse(message.data) as LiveEvent;
        for (const listener of listeners) listener(event);
      };
    };
    const follow = () => {
      if (document.visibilityState === "hidden") {
        source?.close();
        source = null;
      } else if (source === null) open();
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      source?.close();
    };
  }, [org, listeners]);
  const live = useMemo<Live>(
    () => ({
      state,
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    [state, listeners],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Whether the stream is open. */
export function useLiveState(): LiveState {
  return use(LiveContext).state;
}

/** Calls `onEvent` for events of these topics. `*` as topic means "something was missed, read again". */
export function useLiveEvents(topics: string[], onEvent: Listener): void {
  const { listen } = use(LiveContext);
  const handle = useEffectEvent((event: LiveEvent) => {
    if (event.topic === "*" || topics.includes(event.topic)) onEvent(event);
  });
  useEffect(() => listen((event) => handle(event)), [listen]);
}

/** Renders nothing; reads the page again when something it shows has changed. Events within a quarter of a second become one reading. */
export function LiveRefresh({ topics, subjectId }: { topics: string[]; subjectId?: string }) {
  const router = useRouter();
  const [timer] = useState<{ id: ReturnType<typeof setTimeout> | undefined }>({ id: undefined });
  useLiveEvents(topics, (event) => {
    if (subjectId !== undefined && event.subjectId !== subjectId && event.subjectId !== "*") return;
    clearTimeout(timer.id);
    timer.id = setTimeout(() => router.refresh(), 250);
  });
  return null;
}

"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { createContext, type ReactNode, use, useCallback, useEffect, useEffectEvent, useMemo, useState } from "react";
import { arrive, isGoing, watchLinks } from "#components/patterns/going.ts";
import { isLeaving } from "#components/patterns/leave-after.ts";
import type { LiveEvent, LiveState } from "#components/shell/live/connect-live.ts";

type Listener = (event: LiveEvent) => void;
type Live = { state: LiveState; listen(listener: Listener): () => void; readAgain(): void };

const LiveContext = createContext<Live>({ state: "connecting", listen: () => () => {}, readAgain: () => {} });

type Props = { org: string; person: string; cursor: string; children: ReactNode };

/** Connects the pages in it with the browser's one live stream. `cursor` is where the server stood when it rendered them. */
export function LiveProvider({ org, person, cursor, children }: Props) {
  const [state, setState] = useState<LiveState>("connecting");
  const [listeners] = useState(() => new Set<Listener>());
  // A page that is rendered again is newer, but the stream has gone on since the first time.
  const [firstCursor] = useState(cursor);
  useEffect(() => {
    let disconnect: (() => void) | undefined;
    let isGone = false;
    // Its code comes after the page: nobody waits for news before there is something to see. What happened meanwhile is told from the cursor on.
    void fetchLive().then((connectLive) => {
      if (isGone) return;
      disconnect = connectLive({
        org,
        person,
        cursor: firstCursor,
        onState: setState,
        onEvent: (event) => {
          for (const listener of [...listeners]) listener(event);
        },
        // Their page leads to sign-in, or to "not found". A sign-out that was asked for here has its own way out, and time for it.
        onEnded: () => setTimeout(() => isLeaving() || window.location.reload(), 300),
      });
    });
    return () => {
      isGone = true;
      disconnect?.();
    };
  }, [org, person, firstCursor, listeners]);
  const readAgain = useReadAgain();
  const live = useMemo<Live>(
    () => ({
      state,
      readAgain,
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    [state, listeners, readAgain],
  );
  return (
    <LiveContext value={live}>
      <LiveRefresh topics={["org.changed"]} />
      {children}
    </LiveContext>
  );
}

/** Fetches what connects; without a network it is tried again. */
async function fetchLive(): Promise<typeof import("#components/shell/live/connect-live.ts").connectLive> {
  for (;;) {
    try {
      return (await import("#components/shell/live/connect-live.ts")).connectLive;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  }
}

/** Whether the stream is open. */
export function useLiveState(): LiveState {
  return use(LiveContext).state;
}

/** Calls `onEvent` for events of these topics. `*` as topic means "something was missed, read again". */
export function useLiveEvents(topics: string[] | "all", onEvent: Listener): void {
  const { listen } = use(LiveContext);
  const handle = useEffectEvent((event: LiveEvent) => {
    if (event.topic === "*" || topics === "all" || topics.includes(event.topic)) onEvent(event);
  });
  useEffect(() => listen((event) => handle(event)), [listen]);
}

/** What arrives within this time of the first event is one change. */
const gatherMs = 25;
/** A page is not read more often than this, whatever arrives. */
const betweenReadingsMs = 500;

/** Reads the page again: at once, and again for what arrives in the meantime. However many parts of it ask, it is read once. */
function useReadAgain(): () => void {
  const router = useRouter();
  const address = `${usePathname()}?${useSearchParams()}`;
  useEffect(watchLinks, []);
  useEffect(() => arrive(address), [address]);
  const [timer] = useState({ id: undefined as ReturnType<typeof setTimeout> | undefined, lastReadAt: 0 });
  useEffect(() => () => clearTimeout(timer.id), [timer]);
  return useCallback(() => {
    const waitMs = Math.max(gatherMs, timer.lastReadAt + betweenReadingsMs - performance.now());
    // The first event starts the pause: a stream of events must not put the reading off for ever.
    timer.id ??= setTimeout(function read() {
      // Asked without a network, the framework would leave the page for the browser's own one that says so.
      if (!navigator.onLine) {
        timer.id = setTimeout(read, 1_000);
        return;
      }
      // What is on its way is newer than what would be read.
      if (isGoing()) {
        timer.id = setTimeout(read, 100);
        return;
      }
      timer.id = undefined;
      timer.lastReadAt = performance.now();
      router.refresh();
    }, waitMs);
  }, [router, timer]);
}

/** Renders nothing; reads the page again when something it shows has changed. */
export function LiveRefresh({ topics, subjectId }: { topics: string[]; subjectId?: string }) {
  const { readAgain } = use(LiveContext);
  useLiveEvents(topics, (event) => {
    if (subjectId !== undefined && event.subjectId !== subjectId && event.subjectId !== "*") return;
    readAgain();
  });
  return null;
}

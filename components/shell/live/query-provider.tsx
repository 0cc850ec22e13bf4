"use client";
import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { isAffected } from "#components/shell/live/query-topics.ts";
import { useLiveEvents } from "#components/shell/live.tsx";

// Many events of one change become one round of questions.
const gatherMs = 25;

/** Around a part of a page that asks the server by itself: its cached answers are asked for again when events say that they have changed. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: 1 } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <LiveQueries />
      {children}
    </QueryClientProvider>
  );
}

/** Renders nothing; has cached answers asked for again when an event says that they have changed. */
function LiveQueries() {
  const client = useQueryClient();
  const [waiting] = useState(() => ({
    topics: new Set<string>(),
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  }));
  useLiveEvents("all", ({ topic }) => {
    waiting.topics.add(topic);
    waiting.timer ??= setTimeout(() => {
      const topics = [...waiting.topics];
      waiting.topics.clear();
      waiting.timer = undefined;
      void client.invalidateQueries({
        predicate: ({ queryKey }) => topics.some((topic) => isAffected(topic, queryKey[0])),
      });
    }, gatherMs);
  });
  useEffect(() => () => clearTimeout(waiting.timer), [waiting]);
  return null;
}

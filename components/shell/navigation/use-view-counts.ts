"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { useLiveEvents } from "#components/shell/live.tsx";

/** Nothing of the page waits for counts: they are asked for when it has been there for a moment. */
const afterMs = 1_000;
/** However much happens, they are not asked for again sooner. */
const betweenMs = 30_000;
const mostAsked = 20;
const topics = ["entity.changed", "entity.deleted", "catalog.imported", "view.changed"];

/** How many entities these views show. They come after the page, and again when entities have changed, but never often. */
export function useViewCounts(org: string, ids: string[]): Map<string, string> {
  const [counts, setCounts] = useState(new Map<string, string>());
  const [asking] = useState(() => ({
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    ids: "",
    lastAt: Number.NEGATIVE_INFINITY,
  }));
  const wanted = ids.slice(0, mostAsked).join(" ");
  // What is on its way is not put off by what happens meanwhile.
  const askAfter = useEffectEvent((waitMs: number) => {
    asking.timer ??= setTimeout(async () => {
      asking.timer = undefined;
      asking.lastAt = performance.now();
      const { ids: asked } = asking;
      if (asked === "") return;
      try {
        const { countViews } = await import("#components/shell/navigation/count-views.ts");
        const counted = await countViews(org, asked.split(" "));
        if (asked === asking.ids) setCounts(counted);
      } catch {
        // A name without a count is a link as before.
      }
    }, waitMs);
  });
  useEffect(() => {
    asking.ids = wanted;
    askAfter(afterMs);
    return () => {
      clearTimeout(asking.timer);
      asking.timer = undefined;
    };
  }, [asking, wanted]);
  // Called from an effect itself: events are heard there.
  useLiveEvents(topics, () => askAfter(Math.max(afterMs, asking.lastAt + betweenMs - performance.now())));
  return counts;
}

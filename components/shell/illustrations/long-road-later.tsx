"use client";
import { lazy, Suspense } from "react";

const LongRoad = lazy(async () => ({
  default: (await import("#components/shell/illustrations/long-road.tsx")).LongRoad,
}));

/**
 * The long road, drawn where it is shown. The framework sends "not found" along with every page: like this, its hundred stones stay out
 * of the pages that are found.
 */
export function LongRoadLater({ className }: { className?: string | undefined }) {
  return (
    <Suspense fallback={null}>
      <LongRoad className={className} />
    </Suspense>
  );
}

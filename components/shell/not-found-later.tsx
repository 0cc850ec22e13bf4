"use client";
import { lazy, Suspense } from "react";

/*
 * The framework sends what it shows for "not found" along with every page. Like this a page that is found carries two names instead of
 * two pages.
 */

const NothingAtAll = lazy(async () => ({
  default: (await import("#components/shell/nothing-at-all.tsx")).NothingAtAll,
}));

const NothingHere = lazy(async () => ({ default: (await import("#components/shell/nothing-here.tsx")).NothingHere }));

/** For addresses outside of every organization. */
export function NothingAtAllLater() {
  return (
    <Suspense fallback={null}>
      <NothingAtAll />
    </Suspense>
  );
}

/** For addresses inside an organization, with its bar and its navigation around. */
export function NothingHereLater() {
  return (
    <Suspense fallback={null}>
      <NothingHere />
    </Suspense>
  );
}

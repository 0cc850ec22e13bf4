"use client";
import { type ReactNode, useEffect, useState } from "react";
import { restGet } from "#components/patterns/rest-client.ts";
import { ExactContext, type ExactCountsAnswer } from "#components/patterns/use-exact-counts.ts";

type Ask = { org: string; path: `/${string}`; parameters: Record<string, string | string[] | undefined> };

/**
 * A page that stopped counting shows least figures, such as 10,000+. This asks for the exact ones once the page is there; whatever is inside
 * shows them instead. `ask` is null where every count is exact already.
 */
export function ExactCounts({ ask, children }: { ask: Ask | null; children: ReactNode }) {
  const key = ask === null ? null : JSON.stringify(ask);
  const [answer, setAnswer] = useState<{ key: string; counts: ExactCountsAnswer }>();
  useEffect(() => {
    if (key === null) return;
    const { org, path, parameters } = JSON.parse(key) as Ask;
    const abort = new AbortController();
    restGet<ExactCountsAnswer>(org, path, parameters, abort.signal).then(
      (counts) => setAnswer({ key, counts }),
      // The least figures stay, and are true.
      () => {},
    );
    return () => abort.abort();
  }, [key]);
  return <ExactContext value={answer?.key === key ? answer?.counts : undefined}>{children}</ExactContext>;
}

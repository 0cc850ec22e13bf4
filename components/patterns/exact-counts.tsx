"use client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { restGet } from "#components/patterns/rest-client.ts";

type Counts = { total: number; facets: Record<string, { value: string; count: number }[]> };
type Ask = { org: string; path: `/${string}`; parameters: Record<string, string | string[] | undefined> };

const Exact = createContext<Counts | undefined>(undefined);

/**
 * A page that stopped counting shows least figures, such as 10,000+. This asks for the exact ones once the page is there; whatever is inside
 * shows them instead. `ask` is null where every count is exact already.
 */
export function ExactCounts({ ask, children }: { ask: Ask | null; children: ReactNode }) {
  const key = ask === null ? null : JSON.stringify(ask);
  const [answer, setAnswer] = useState<{ key: string; counts: Counts }>();
  useEffect(() => {
    if (key === null) return;
    const { org, path, parameters } = JSON.parse(key) as Ask;
    const abort = new AbortController();
    restGet<Counts>(org, path, parameters, abort.signal).then(
      (counts) => setAnswer({ key, counts }),
      // The least figures stay, and are true.
      () => {},
    );
    return () => abort.abort();
  }, [key]);
  return <Exact value={answer?.key === key ? answer?.counts : undefined}>{children}</Exact>;
}

type Count = { count: number; isExact: boolean };

/** The total of a list: what the page knows, until the exact one is there. */
export function useExactTotal(count: number, isExact: boolean): Count {
  const exact = useContext(Exact);
  return isExact || exact === undefined ? { count, isExact } : { count: exact.total, isExact: true };
}

/** Gives the count of a value of a facet: what the page knows, until the exact one is there. */
export function useExactFacets(): (param: string, option: { value: string; count: number }, isExact: boolean) => Count {
  const exact = useContext(Exact);
  return (param, { value, count }, isExact) => {
    const found = exact?.facets[param]?.find((other) => other.value === value);
    return isExact || found === undefined ? { count, isExact } : { count: found.count, isExact: true };
  };
}

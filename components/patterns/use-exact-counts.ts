"use client";
import { createContext, useContext } from "react";

export type ExactCountsAnswer = { total: number; facets: Record<string, { value: string; count: number }[]> };

/** Filled by `ExactCounts`; apart from it, so that lists that never ask do not load how. */
export const ExactContext = createContext<ExactCountsAnswer | undefined>(undefined);

type Count = { count: number; isExact: boolean };

/** The total of a list: what the page knows, until the exact one is there. */
export function useExactTotal(count: number, isExact: boolean): Count {
  const exact = useContext(ExactContext);
  return isExact || exact === undefined ? { count, isExact } : { count: exact.total, isExact: true };
}

/** Gives the count of a value of a facet: what the page knows, until the exact one is there. */
export function useExactFacets(): (param: string, option: { value: string; count: number }, isExact: boolean) => Count {
  const exact = useContext(ExactContext);
  return (param, { value, count }, isExact) => {
    const found = exact?.facets[param]?.find((other) => other.value === value);
    return isExact || found === undefined ? { count, isExact } : { count: found.count, isExact: true };
  };
}

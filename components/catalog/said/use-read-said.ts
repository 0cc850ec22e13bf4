"use client";
import { useEffect, useState } from "react";
import { readSaid, type Said } from "#components/catalog/said/read-said.ts";
import type { Scope } from "#components/catalog/said/said-scope.tsx";

/** Who says what about an entity, read when it is first looked at. */
export function useReadSaid(scope: Scope): { said: Said | null; problem: string | null } {
  const [said, setSaid] = useState<Said | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { org, entity, title, deeds } = scope;
  const { blueprint, identifier } = entity;
  useEffect(() => {
    const stop = new AbortController();
    readSaid({ org, entity: { blueprint, identifier }, title, deeds }, stop.signal).then(setSaid, (error: Error) => {
      if (!stop.signal.aborted) setProblem(error.message);
    });
    return () => stop.abort();
  }, [org, blueprint, identifier, title, deeds]);
  return { said, problem };
}

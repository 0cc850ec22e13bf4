import type { RelationFacts } from "../entity-facts.ts";

/** Whether a relation holds: it has begun and has not ended. Only such relations count, unless others are asked for. */
export function relationHolds({ since, until }: RelationFacts, nowMs: number): boolean {
  const isBegun = since === undefined || since === null || Date.parse(since) <= nowMs;
  return isBegun && (until === undefined || until === null || Date.parse(until) > nowMs);
}

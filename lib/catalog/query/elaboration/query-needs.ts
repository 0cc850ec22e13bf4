import type { Query } from "../ast.ts";
import { type Core, operandsOf } from "../core.ts";
import type { Expression } from "../expression.ts";
import type { SourceName } from "../functions/sources.ts";
import { queryLimits } from "../limits.ts";
import { elaborate } from "./elaborate.ts";
import { Elaboration } from "./elaboration.ts";

interface Meaning {
  core: Core;
  needs: readonly SourceName[];
}

/** A walk over any distance counts as so many look-ups, and is explained as far as this. */
const lookupsOfAWalk = 5;
const anyHops = 20;

const meanings = new WeakMap<Expression, Meaning>();

/** What an expression comes down to, worked out once. It must have been read by parseQuery or readQuery. */
export function meaningOf(expression: Expression): Meaning {
  const known = meanings.get(expression);
  if (known !== undefined) return known;
  const elaboration = new Elaboration();
  const { core } = elaborate(expression, elaboration);
  const meaning = { core, needs: [...elaboration.needs] };
  meanings.set(expression, meaning);
  return meaning;
}

/** What a query looks at besides the entity itself. */
export interface QueryNeeds {
  /** Sources whose facts it asks for and that are not there. */
  sources: SourceName[];
  /** Whether its outcome changes when nothing but time has passed. */
  time: boolean;
  /** Whether it looks at relations that are stated elsewhere: that point at the entity, or belong to a related one. */
  incoming: boolean;
  /** How many relations it may follow beyond the first. */
  hops: number;
  relationLookups: number;
  /** The types of relations that it looks at, or all of them. */
  relations: readonly string[] | "all";
  /** Scorecards whose results it asks for, by identifier. */
  scorecards: string[];
  /** Whether its outcome depends on who asks. */
  asker: boolean;
  /** Steps of its expressions. */
  steps: number;
}

function noteRelation(type: string | null, needs: QueryNeeds): void {
  needs.relationLookups += 1;
  if (needs.relations === "all") return;
  needs.relations = type === null ? "all" : [...new Set([...needs.relations, type])];
}

function noteCore(core: Core, needs: QueryNeeds): void {
  needs.steps += 1;
  if (core.step === "now") needs.time = true;
  if (core.step === "asker") needs.asker = true;
  if (core.step === "resolved") noteRelation(core.relation, needs);
  if (core.step === "score") {
    needs.relationLookups += 1;
    needs.scorecards = [...new Set([...needs.scorecards, core.scorecard])];
  }
  if (core.step === "reach" || core.step === "reaches") {
    needs.relationLookups += lookupsOfAWalk;
    needs.relations = "all";
    needs.incoming = true;
    needs.hops += core.step === "reach" ? (core.depth ?? anyHops) : anyHops;
  }
  if (core.step === "relations") {
    noteRelation(core.relation, needs);
    if (core.direction === "incoming" || core.of !== null) needs.incoming = true;
    if (core.of !== null) needs.hops += 1;
  }
  for (const operand of operandsOf(core)) noteCore(operand, needs);
}

function noteQuery(query: Query, needs: QueryNeeds): void {
  if ("of" in query) {
    for (const part of [query.of].flat()) noteQuery(part, needs);
    return;
  }
  if (query.op === "resolved") noteRelation(query.relation, needs);
  if (query.op === "expression") {
    const { core, needs: sources } = meaningOf(query.expression);
    noteCore(core, needs);
    needs.sources = [...new Set([...needs.sources, ...sources])];
  }
  if (!("term" in query)) return;
  if ("age" in query.term) needs.time = true;
  if ("count" in query.term) {
    noteRelation(query.term.count, needs);
    if (query.term.direction === "incoming") needs.incoming = true;
  }
}

const nothing: QueryNeeds = {
  sources: [],
  scorecards: [],
  time: false,
  incoming: false,
  hops: 0,
  relations: [],
  asker: false,
  relationLookups: 0,
  steps: 0,
};

/** Finds out what a query looks at. */
export function queryNeeds(query: Query): QueryNeeds {
  const needs = { ...nothing };
  noteQuery(query, needs);
  return needs;
}

/** Finds out what an expression looks at that need not be a condition. */
export function needsOfCore(core: Core, sources: SourceName[]): QueryNeeds {
  const needs = { ...nothing, sources };
  noteCore(core, needs);
  return needs;
}

/** Says why a query would cost too much, or undefined. */
export function findCost(query: Query): string | undefined {
  return costOf(queryNeeds(query));
}

/** Says why something with these needs would cost too much, or undefined. */
export function costOf({ relationLookups, steps }: QueryNeeds): string | undefined {
  if (relationLookups > queryLimits.relationLookups)
    return `The query looks at relations more than ${queryLimits.relationLookups} times; split it.`;
  if (steps > queryLimits.steps)
    return `The expressions of the query take more than ${queryLimits.steps} steps; split it.`;
  return undefined;
}

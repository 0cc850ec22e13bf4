import type { BoundCall, Typed } from "../elaboration/elaboration.ts";
import { boolean, number, text, type ValueType } from "../value-type.ts";
import { receiverOf } from "./bound-call.ts";
import { type FunctionDefinition, parameter } from "./definition.ts";

/** What a scorecard says of an entity. */
function scoreOf(scorecard: string): ValueType {
  return {
    kind: "object",
    what: "score",
    fields: {
      level: { type: { kind: "level", scorecard } },
      levelName: { type: text },
      percent: { type: number },
      passed: { type: number },
      total: { type: number },
    },
  };
}

function score(call: BoundCall): Typed {
  const scorecard = call.text("identifier") ?? "";
  return { core: { step: "score", scorecard }, type: scoreOf(scorecard) };
}

function passes(call: BoundCall): Typed {
  return { core: { step: "passes", of: receiverOf(call).core, rule: call.text("rule") ?? "" }, type: boolean };
}

/** Results of scorecards as facts: what was stored when the entity was scored. Nothing is evaluated again. */
export const functionsOfScorecards: readonly FunctionDefinition[] = [
  {
    source: "catalog",
    name: "scorecard",
    parameters: [parameter("identifier", text)],
    result: scoreOf(""),
    build: score,
    doc: "What a scorecard says: level (in the order of its levels, below the first included), levelName, percent of rules that pass (rounded down), passed, total. Missing when it does not score the entity.",
    example: 'scorecard("ownership-and-docs").level >= "Silver"',
  },
];

export const methodsOfScores: readonly FunctionDefinition[] = [
  {
    source: "catalog",
    name: ".passes",
    on: ["object"],
    what: "score",
    parameters: [parameter("rule", text)],
    result: boolean,
    build: passes,
    doc: "Whether a rule of the scorecard passes. One that is an error does not.",
    example: 'scorecard("ownership-and-docs").passes("owner")',
  },
];

import type { Core, Json } from "../core.ts";
import type { ScorecardFacts } from "../entity-facts.ts";
import { type Evaluation, ExpressionError } from "./evaluation.ts";

type Of<Step extends Core["step"]> = Extract<Core, { step: Step }>;

function scorecardNamed(name: string, { entity }: Evaluation): ScorecardFacts {
  const scorecard = entity.scorecards?.get(name);
  if (scorecard === undefined) throw new ExpressionError(`there is no scorecard ${JSON.stringify(name)}`);
  return scorecard;
}

/** What a scorecard says of the entity; null when it does not score it. @throws ExpressionError */
export function evaluateScore(core: Of<"score">, evaluation: Evaluation): Json {
  const { levels, score } = scorecardNamed(core.scorecard, evaluation);
  if (score === null) return null;
  const { level, passed, total, states } = score;
  const percent = Math.floor((passed * 100) / total);
  return { level, levelName: levels[level - 1] ?? null, percent, passed, total, rules: { ...states } };
}

/** Lower case of A to Z only, as PostgreSQL has it. */
function lowered(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The rank of a level by its name. @throws ExpressionError */
export function evaluateRank(core: Of<"rank">, evaluation: Evaluation): Json {
  const { levels } = scorecardNamed(core.scorecard, evaluation);
  const exact = levels.indexOf(core.name);
  const index = exact < 0 ? levels.findIndex((level) => lowered(level) === lowered(core.name)) : exact;
  if (index >= 0) return index + 1;
  throw new ExpressionError(
    `the scorecard ${JSON.stringify(core.scorecard)} has no level ${JSON.stringify(core.name)}; it has ${levels.join(", ")}`,
  );
}

/** Whether a rule passes. @throws ExpressionError when the scorecard has none of this name */
export function evaluatePasses(core: Of<"passes">, evaluation: Evaluation): boolean {
  const score = evaluation.value(core.of);
  if (typeof score !== "object" || score === null || Array.isArray(score)) return false;
  const { rules } = score;
  const states = typeof rules === "object" && rules !== null && !Array.isArray(rules) ? rules : {};
  if (Object.hasOwn(states, core.rule)) return states[core.rule] === "pass";
  throw new ExpressionError(
    `the scorecard has no rule ${JSON.stringify(core.rule)}; it has ${Object.keys(states).join(", ")}`,
  );
}

import type { Asker } from "../asker.ts";
import type { Core, Json } from "../core.ts";
import type { EntityFacts } from "../entity-facts.ts";
import { queryLimits } from "../limits.ts";

/** An outcome that is neither true nor false, with its reason. */
export class ExpressionError extends Error {}

/** The two ways of asking for a step: its value, or whether it is true. */
interface Evaluators {
  value(core: Core, evaluation: Evaluation): Json;
  truth(core: Core, evaluation: Evaluation): boolean;
}

type About = { entity: EntityFacts; nowMs: number; asker: Asker | undefined };

/** What the steps of one evaluation share. */
export class Evaluation {
  readonly entity: EntityFacts;
  readonly nowMs: number;
  readonly asker: Asker | undefined;
  readonly variables = new Map<number, Json>();
  readonly #evaluators: Evaluators;
  #steps = 0;

  constructor({ entity, nowMs, asker }: About, evaluators: Evaluators) {
    this.asker = asker;
    this.entity = entity;
    this.nowMs = nowMs;
    this.#evaluators = evaluators;
  }

  /** The value of a step; null is missing. @throws ExpressionError */
  value(core: Core): Json {
    return this.#evaluators.value(core, this);
  }

  /** A value where a condition is needed. @throws ExpressionError */
  truth(core: Core): boolean {
    return this.#evaluators.truth(core, this);
  }

  countStep(): void {
    this.#steps += 1;
    if (this.#steps > queryLimits.interpreterSteps)
      throw new RangeError("The query takes too many steps for one entity.");
  }
}

/** What a piece of work yields, or its error: others may decide without it. */
export function attempt<Result>(work: () => Result): Result | ExpressionError {
  try {
    return work();
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

/** Like `and` and `or`: one decisive outcome decides; otherwise an error is an error. */
export function decide(results: (boolean | ExpressionError)[], decisive: boolean): boolean {
  if (results.includes(decisive)) return decisive;
  const error = results.find((result) => result instanceof ExpressionError);
  if (error instanceof ExpressionError) throw error;
  return !decisive;
}

import type { Core } from "../core.ts";
import { matchPattern } from "../pattern/match-pattern.ts";
import { compareScalars, jsonType } from "../plain/compare-values.ts";
import { describeJson } from "../plain/find-value.ts";
import { relationHolds } from "../plain/relation-holds.ts";
import { attempt, decide, type Evaluation, ExpressionError } from "./evaluation.ts";
import { isEmptyValue } from "./interpreter-lists.ts";
import { evaluateReaches } from "./interpreter-reach.ts";
import { evaluatePasses } from "./interpreter-scores.ts";

type Of<Step extends Core["step"]> = Extract<Core, { step: Step }>;

function compareValues(core: Of<"compare">, evaluation: Evaluation): boolean {
  const [left, right] = [evaluation.value(core.left), evaluation.value(core.right)];
  if (left === null || right === null) return false;
  const outcome = compareScalars(core.op, left, right);
  if (outcome === undefined)
    throw new ExpressionError(`${describeJson(left)} cannot be compared with ${describeJson(right)}`);
  return outcome;
}

/** `contains`, `startsWith` and `in`. */
function evaluateContainment(core: Of<"contains" | "startsWith" | "in">, evaluation: Evaluation): boolean {
  const [left, right] = [evaluation.value(core.left), evaluation.value(core.right)];
  if (left === null || right === null) return false;
  const refuse = () => new ExpressionError(`${describeJson(left)} ${core.step} ${describeJson(right)} makes no sense`);
  if (core.step === "in") {
    const type = jsonType(left);
    if (!Array.isArray(right) || type === "array" || type === "object") throw refuse();
    if (right.some((item) => item !== null && jsonType(item) !== type)) throw refuse();
    return right.includes(left);
  }
  if (typeof left === "string" && typeof right === "string")
    return core.step === "contains" ? left.includes(right) : left.startsWith(right);
  if (core.step === "contains" && Array.isArray(left) && typeof right !== "object") return left.includes(right);
  throw refuse();
}

function evaluateMatch(core: Of<"matches">, evaluation: Evaluation): boolean {
  const value = evaluation.value(core.of);
  if (value === null) return false;
  if (typeof value !== "string") throw new ExpressionError(`${describeJson(value)} is no text`);
  return matchPattern(core.pattern, value);
}

/** Whether a step that yields nothing but true and false does. @throws ExpressionError */
export function conditionHolds(core: Core, evaluation: Evaluation): boolean {
  switch (core.step) {
    case "junction":
      return decide(
        core.of.map((part) => attempt(() => evaluation.truth(part))),
        core.op === "or",
      );
    case "not":
      return !evaluation.truth(core.of);
    case "compare":
      return compareValues(core, evaluation);
    case "contains":
    case "startsWith":
    case "in":
      return evaluateContainment(core, evaluation);
    case "missing":
      return evaluation.value(core.of) === null;
    case "exists":
      return !isEmptyValue(evaluation.value(core.of));
    case "matches":
      return evaluateMatch(core, evaluation);
    case "passes":
      return evaluatePasses(core, evaluation);
    case "reaches":
      return evaluateReaches(core, evaluation);
    case "resolved":
      return evaluation.entity.relations.every(
        (each) =>
          each.type !== core.relation ||
          each.direction !== "outgoing" ||
          each.resolved ||
          !relationHolds(each, evaluation.nowMs),
      );
    default:
      throw new RangeError(`${core.step} is no condition`);
  }
}

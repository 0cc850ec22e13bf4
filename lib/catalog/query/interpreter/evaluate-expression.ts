import type { Asker } from "../asker.ts";
import type { Core } from "../core.ts";
import { meaningOf } from "../elaboration/query-needs.ts";
import type { EntityFacts } from "../entity-facts.ts";
import type { Expression } from "../expression.ts";
import type { Verdict } from "../plain/evaluate-condition.ts";
import { describeJson } from "../plain/find-value.ts";
import { formatExpression } from "../text/format-expression.ts";
import { Evaluation, ExpressionError } from "./evaluation.ts";
import { evaluateTruth, evaluateValue } from "./interpreter.ts";

/** The part of a comparison whose value tells why it is true or false. */
function subjectOf(core: Core): Core | undefined {
  if (core.step === "not") return subjectOf(core.of);
  if (core.step === "compare" || core.step === "contains" || core.step === "startsWith" || core.step === "in")
    return core.left;
  if (core.step === "matches" || core.step === "missing" || core.step === "exists") return core.of;
  return core.step === "each" && (core.what === "any" || core.what === "all") ? core.list : undefined;
}

function subjectText(expression: Expression): string {
  if (expression.kind === "operation" && expression.operands[0] !== undefined)
    return subjectText(expression.operands[0]);
  if (expression.kind === "call" && expression.of !== null) return formatExpression(expression.of);
  return formatExpression(expression);
}

function describeFound(expression: Expression, core: Core, evaluation: Evaluation): string {
  const subject = subjectOf(core);
  if (subject === undefined) return `worked out ${formatExpression(expression)}`;
  const isComparison = expression.kind === "operation";
  const place = isComparison ? formatExpression(expression.operands[0] ?? expression) : subjectText(expression);
  return `found ${describeJson(evaluateValue(subject, evaluation))} at ${place}`;
}

/** Evaluates a condition that is an expression, and says what was found. */
export function evaluateExpression(
  expression: Expression,
  entity: EntityFacts,
  { now, asker }: { now: Date; asker?: Asker | undefined },
): Verdict {
  const { core } = meaningOf(expression);
  const evaluation = new Evaluation(
    { entity, nowMs: now.getTime(), asker },
    { value: evaluateValue, truth: evaluateTruth },
  );
  try {
    const state = evaluateTruth(core, evaluation) ? "true" : "false";
    return { state, message: describeFound(expression, core, evaluation) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { state: "error", message: `${formatExpression(expression)}: ${error.message}` };
  }
}

import { calculate } from "../arithmetic.ts";
import { askerValue } from "../asker.ts";
import type { Core, Json } from "../core.ts";
import { queryLimits } from "../limits.ts";
import { describeJson, findValue } from "../plain/find-value.ts";
import { attempt, decide, type Evaluation, ExpressionError } from "./evaluation.ts";
import { conditionHolds } from "./interpreter-conditions.ts";
import { convert, evaluateRelations, foldNumbers } from "./interpreter-lists.ts";
import { evaluateReach } from "./interpreter-reach.ts";
import { evaluateRank, evaluateScore } from "./interpreter-scores.ts";

type Of<Step extends Core["step"]> = Extract<Core, { step: Step }>;

function placeValue({ place }: Of<"place">, { entity, nowMs }: Evaluation): Json {
  const found = findValue(place, entity, nowMs);
  if (found.kind === "unusable") throw new ExpressionError(found.reason);
  return found.kind === "missing" ? null : (found.value as Json);
}

function listOf(core: Core, evaluation: Evaluation): Json[] | null {
  const list = evaluateValue(core, evaluation);
  if (list === null) return null;
  if (!Array.isArray(list)) throw new ExpressionError(`${describeJson(list)} is no list`);
  if (list.length > queryLimits.listElements)
    throw new ExpressionError(`the list has more than ${queryLimits.listElements} elements`);
  return list;
}

/** Evaluates the body for each element; an error is kept in its place, because others may decide without it. */
function outcomes<Result>(
  core: Of<"each">,
  list: Json[],
  evaluation: Evaluation,
  work: () => Result,
): (Result | ExpressionError)[] {
  return list.map((element) => {
    evaluation.variables.set(core.id, element);
    return attempt(work);
  });
}

function withoutErrors<Result>(results: (Result | ExpressionError)[]): Result[] {
  return results.map((result) => {
    if (result instanceof ExpressionError) throw result;
    return result;
  });
}

function evaluateEach(core: Of<"each">, evaluation: Evaluation): Json {
  const list = listOf(core.list, evaluation);
  if (core.what === "map") {
    if (list === null) return null;
    return withoutErrors(outcomes(core, list, evaluation, () => evaluateValue(core.body, evaluation)));
  }
  if (list === null) return core.what === "filter" ? null : core.what === "all";
  const results = outcomes(core, list, evaluation, () => evaluateTruth(core.body, evaluation));
  if (core.what !== "filter") return decide(results, core.what === "any");
  const kept = withoutErrors(results);
  return list.filter((_, index) => kept[index]);
}

/** The relations of the entity, or of a related one; null when that is missing. */
function relationsOf(core: Of<"relations">, evaluation: Evaluation): Json[] | null {
  const { relations, relatives } = evaluation.entity;
  if (core.of === null) return evaluateRelations(core, relations, evaluation.nowMs);
  const of = evaluateValue(core.of, evaluation);
  if (of === null) return null;
  if (relatives === undefined) throw new ExpressionError("too many entities are related to say why");
  const key = `${String(memberOf(of, "type"))}:${String(memberOf(of, "tag"))}`;
  return evaluateRelations(core, relatives.get(key) ?? [], evaluation.nowMs);
}

function reachOf(core: Of<"reach">, evaluation: Evaluation): Json[] | null {
  const { blueprint, identifier } = evaluation.entity;
  if (core.of === null) return evaluateReach(core, `${blueprint}:${identifier}`, evaluation);
  const of = evaluateValue(core.of, evaluation);
  if (of === null) return null;
  return evaluateReach(core, `${String(memberOf(of, "type"))}:${String(memberOf(of, "tag"))}`, evaluation);
}

function lengthOf(core: Of<"length">, evaluation: Evaluation): Json {
  // Counting relations needs no list of them, so a hub with thousands can be counted.
  if (core.of.step === "relations") return relationsOf(core.of, evaluation)?.length ?? null;
  const value = evaluateValue(core.of, evaluation);
  if (value === null) return null;
  // Characters as PostgreSQL counts them: code points, not UTF-16 units.
  if (typeof value === "string") return [...value].length;
  if (Array.isArray(value)) return value.length;
  throw new ExpressionError(`${describeJson(value)} has no length`);
}

/** The owner as an object whose relations can be asked for. */
function ownerOf(ref: string | null): Json {
  if (ref === null) return null;
  const at = ref.indexOf(":");
  return { type: at < 0 ? ref : ref.slice(0, at), tag: ref.slice(at + 1) };
}

function memberOf(value: Json, key: string): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return Object.hasOwn(value, key) ? (value[key] ?? null) : null;
}

function evaluateArithmetic(core: Of<"arithmetic">, evaluation: Evaluation): Json {
  const [left, right] = [evaluateValue(core.left, evaluation), evaluateValue(core.right, evaluation)];
  if (left === null || right === null) return null;
  if (typeof left !== "number" || typeof right !== "number")
    throw new ExpressionError(`${describeJson(left)} ${core.op} ${describeJson(right)} cannot be worked out`);
  const result = calculate(core.op, left, right);
  if (typeof result === "string") throw new ExpressionError(result);
  return result;
}

/** A value where a condition is needed: missing is false, and anything but true and false is an error. */
export function evaluateTruth(core: Core, evaluation: Evaluation): boolean {
  const value = evaluateValue(core, evaluation);
  if (value === null) return false;
  if (typeof value !== "boolean") throw new ExpressionError(`${describeJson(value)} is neither true nor false`);
  return value;
}

/** The value of one step for an entity; null is missing. @throws ExpressionError for an error of the language */
export function evaluateValue(core: Core, evaluation: Evaluation): Json {
  evaluation.countStep();
  switch (core.step) {
    case "constant":
      return core.value;
    case "place":
      return placeValue(core, evaluation);
    case "now":
      return evaluation.nowMs;
    case "relations": {
      const relations = relationsOf(core, evaluation);
      if (relations !== null && relations.length > queryLimits.listElements)
        throw new ExpressionError(`there are more than ${queryLimits.listElements} relations`);
      return relations;
    }
    case "reach": {
      const reached = reachOf(core, evaluation);
      if (reached !== null && reached.length > queryLimits.listElements)
        throw new ExpressionError(`more than ${queryLimits.listElements} entities can be reached`);
      return reached;
    }
    case "asker":
      return askerValue(core.what, evaluation.asker);
    case "owner":
      return ownerOf(evaluation.entity.owner);
    case "verified":
      return evaluation.entity.verifiedAt == null ? null : Date.parse(evaluation.entity.verifiedAt);
    case "score":
      return evaluateScore(core, evaluation);
    case "rank":
      return evaluateRank(core, evaluation);
    case "variable":
      return evaluation.variables.get(core.id) ?? null;
    case "member":
      return memberOf(evaluateValue(core.of, evaluation), core.key);
    case "item": {
      const list = evaluateValue(core.of, evaluation);
      return Array.isArray(list) ? (list[core.index] ?? null) : null;
    }
    case "list":
      return core.items.map((item) => evaluateValue(item, evaluation));
    case "object":
      return { [core.key]: evaluateValue(core.value, evaluation) };
    case "presence": {
      const value = evaluateValue(core.of, evaluation);
      return value === null ? [] : [value];
    }
    case "values": {
      const value = evaluateValue(core.of, evaluation);
      return value === null ? [] : Array.isArray(value) ? value : [value];
    }
    case "each":
      return evaluateEach(core, evaluation);
    case "fold": {
      const result = foldNumbers(core.what, listOf(core.list, evaluation));
      if (typeof result === "string") throw new ExpressionError(result);
      return result;
    }
    case "length":
      return lengthOf(core, evaluation);
    case "arithmetic":
      return evaluateArithmetic(core, evaluation);
    case "convert": {
      const result = convert(core.to, evaluateValue(core.of, evaluation));
      if (result === undefined)
        throw new ExpressionError(
          `${describeJson(evaluateValue(core.of, evaluation))} is no ${conversionNames[core.to]}`,
        );
      return result;
    }
    case "unanswerable":
      throw new ExpressionError(core.reason);
    default:
      return conditionHolds(core, evaluation);
  }
}

const conversionNames = {
  moment: "date such as 2026-01-31T08:00:00Z",
  number: "number",
  version: "version such as 1.4.2",
  text: "text, a whole number, true or false",
};

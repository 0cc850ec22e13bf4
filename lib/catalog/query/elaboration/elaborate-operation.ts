import { type Core, compare, constant, not } from "../core.ts";
import type { ArithmeticSign, ComparisonSign, Expression, Operation } from "../expression.ts";
import { missingFacts, type SourceName } from "../functions/sources.ts";
import { parseMoment } from "../moments.ts";
import { describeType, duration, moment, number, unknown, type ValueType } from "../value-type.ts";
import type { Elaboration, Typed } from "./elaboration.ts";

type Operand = Typed & { expression: Expression };

/** The operand as a condition, which only what is true or false can be. */
export function asCondition({ core, type, expression }: Operand, elaboration: Elaboration): Core {
  if (type.kind === "boolean" || type.kind === "unknown") return core;
  const advice = type.kind === "source" ? "compare it with null" : "compare it with a value";
  return elaboration.refuse(expression, `${describeType(type)} is no condition; ${advice}`);
}

/** `git != null`: whether the entity is connected to a source. */
function compareWithNull(operand: Operand, elaboration: Elaboration): Core {
  const { core, type } = operand;
  if (type.kind !== "source") return { step: "missing", of: core };
  if (type.source === "ownership") return { step: "missing", of: { step: "place", place: { field: "owner" } } };
  const source = type.source as SourceName;
  elaboration.needs.add(source);
  return { step: "unanswerable", reason: missingFacts(source) };
}

function refuseSource({ type, expression }: Operand, elaboration: Elaboration): void {
  if (type.kind === "source")
    elaboration.refuse(expression, `${type.source} is a source; use one of its functions, or compare it with null`);
}

/** A text that is compared with a point in time is one. */
function asMoment(operand: Operand, elaboration: Elaboration): Core {
  const { core, type, expression } = operand;
  if (type.kind === "moment") return core;
  if (core.step === "constant" && typeof core.value === "string") {
    const ms = parseMoment(core.value);
    if (ms !== undefined) return constant(ms);
    return elaboration.refuse(
      expression,
      'a point in time is compared with a date, for example "2026-01-31" or "2026-01-31T08:00:00Z"',
    );
  }
  return { step: "convert", to: "moment", of: core };
}

/** Both sides of a comparison, or of `in`, as values that can be compared. */
function comparable(left: Operand, right: Operand, elaboration: Elaboration): [Core, Core] {
  for (const operand of [left, right]) {
    refuseSource(operand, elaboration);
    if (operand.type.kind === "list" || operand.type.kind === "object")
      elaboration.refuse(
        operand.expression,
        `${describeType(operand.type)} cannot be compared; use contains, length or one of its fields`,
      );
  }
  if (left.type.kind === "level" || right.type.kind === "level") return comparableLevels(left, right, elaboration);
  const [a, b] = [left.type.kind, right.type.kind];
  if (a === "moment" || b === "moment") {
    const other = a === "moment" ? right : left;
    if (!["moment", "text", "unknown"].includes(other.type.kind)) refuseDifferent(left, right, elaboration);
    return [asMoment(left, elaboration), asMoment(right, elaboration)];
  }
  if ((a === "duration" || b === "duration") && a !== b) refuseDifferent(left, right, elaboration);
  if (a !== b && a !== "unknown" && b !== "unknown") refuseDifferent(left, right, elaboration);
  return [left.core, right.core];
}

/** A level beside the name of one, or beside another level of its scorecard: both as ranks. */
function comparableLevels(left: Operand, right: Operand, elaboration: Elaboration): [Core, Core] {
  const { type } = left.type.kind === "level" ? left : right;
  const scorecard = type.kind === "level" ? type.scorecard : "";
  const rankOf = (operand: Operand): Core => {
    if (operand.type.kind !== "level") return rankNamed(operand.core, scorecard, operand.expression, elaboration);
    if (operand.type.scorecard !== scorecard)
      elaboration.refuse(operand.expression, "levels of different scorecards have no common order");
    return operand.core;
  };
  return [rankOf(left), rankOf(right)];
}

function rankNamed(core: Core, scorecard: string, expression: Expression, elaboration: Elaboration): Core {
  if (core.step === "constant" && typeof core.value === "string") return { step: "rank", scorecard, name: core.value };
  return elaboration.refuse(expression, 'a level is compared with the name of one in quotes, such as "Silver"');
}

function refuseDifferent(left: Operand, right: Operand, elaboration: Elaboration): never {
  const advice = [left, right].some(({ type }) => type.kind === "duration")
    ? "; a duration is compared with a duration, as in age(updatedAt) < 30 days"
    : "";
  return elaboration.refuse(
    right.expression,
    `${describeType(left.type)} cannot be compared with ${describeType(right.type)}${advice}`,
  );
}

/** `=`, `<` and so on. `!=` is exactly the opposite of `=`. */
export function elaborateComparison(
  sign: ComparisonSign,
  left: Operand,
  right: Operand,
  elaboration: Elaboration,
): Core {
  const isNull = [left, right].map(({ type }) => type.kind === "null");
  if (isNull.includes(true)) {
    if (sign !== "=" && sign !== "!=")
      elaboration.refuse((isNull[0] ? left : right).expression, "null has no order; use = or !=");
    const isMissing = compareWithNull(isNull[1] ? left : right, elaboration);
    return sign === "=" ? isMissing : not(isMissing);
  }
  const [a, b] = comparable(left, right, elaboration);
  if (sign === "!=") return not(compare("=", a, b));
  if (sign !== "=" && (left.type.kind === "boolean" || right.type.kind === "boolean"))
    elaboration.refuse(right.expression, "true and false have no order; use = or !=");
  return compare(sign, a, b);
}

/** The type of a sum, difference, product or quotient, or undefined when there is none. */
function resultOf(sign: ArithmeticSign, left: ValueType, right: ValueType): ValueType | undefined {
  const [a, b] = [left, right].map(({ kind }) => (kind === "unknown" ? "number" : kind));
  if (a === "number" && b === "number") return number;
  if (sign === "-" && a === "moment" && b === "moment") return duration;
  if ((sign === "+" || sign === "-") && a === "moment" && b === "duration") return moment;
  if ((sign === "+" || sign === "-") && a === "duration" && b === "duration") return duration;
  if ((sign === "*" || sign === "/") && a === "duration" && b === "number") return duration;
  if (sign === "/" && a === "duration" && b === "duration") return number;
  return undefined;
}

/** `+`, `-`, `*`, `/` and `%` with numbers, points in time and durations. */
export function elaborateArithmetic(
  sign: ArithmeticSign,
  left: Operand,
  right: Operand,
  elaboration: Elaboration,
): Typed {
  const type = resultOf(sign, left.type, right.type);
  if (type === undefined)
    elaboration.refuse(
      right.expression,
      `${describeType(left.type)} ${sign} ${describeType(right.type)} is nothing that can be worked out`,
    );
  return { core: { step: "arithmetic", op: sign, left: left.core, right: right.core }, type };
}

/** `contains`, `startsWith`, `in` and `exists`. */
export function elaborateContainment(operation: Operation, operands: Operand[], elaboration: Elaboration): Core {
  const [left, right] = operands;
  if (left === undefined) throw new RangeError("An operation without operands");
  refuseSource(left, elaboration);
  if (operation.operator === "exists" || right === undefined) {
    if (["number", "boolean", "duration"].includes(left.type.kind) && left.core.step !== "place")
      elaboration.refuse(left.expression, "only a field or a path can exist or be empty; compare this with a value");
    return { step: "exists", of: left.core };
  }
  refuseSource(right, elaboration);
  if (operation.operator === "in") {
    if (left.type.kind === "level") {
      const { scorecard } = left.type;
      const names = right.core.step === "list" ? right.core.items : [right.core];
      const items = names.map((name) => rankNamed(name, scorecard, right.expression, elaboration));
      return { step: "in", left: left.core, right: { step: "list", items } };
    }
    if (right.type.kind !== "list" && right.type.kind !== "unknown")
      elaboration.refuse(right.expression, `in needs a list such as ["a", "b"], not ${describeType(right.type)}`);
    const items: ValueType = right.type.kind === "list" ? right.type.items : unknown;
    if (items.kind === "moment" || left.type.kind === "moment")
      elaboration.refuse(left.expression, "a point in time cannot be used with in; compare it with >, >=, < or <=");
    comparable(left, { ...right, type: items }, elaboration);
    return { step: "in", left: left.core, right: right.core };
  }
  const isTextual = left.type.kind === "text" || left.type.kind === "unknown";
  if (!isTextual && !(operation.operator === "contains" && left.type.kind === "list"))
    elaboration.refuse(left.expression, `${describeType(left.type)} cannot be used with ${operation.operator}`);
  const isText = right.type.kind === "text" || right.type.kind === "unknown";
  if (!isText && (operation.operator === "startsWith" || left.type.kind === "text"))
    elaboration.refuse(right.expression, `${operation.operator} needs a text in quotes here`);
  if (["list", "object", "null", "moment", "duration"].includes(right.type.kind))
    elaboration.refuse(right.expression, `${describeType(right.type)} cannot be looked for`);
  return { step: operation.operator === "contains" ? "contains" : "startsWith", left: left.core, right: right.core };
}

import { fieldNames, type Place } from "../ast.ts";
import { not } from "../core.ts";
import type { ArithmeticSign, Call, ComparisonSign, Expression, Item, Member, Operation } from "../expression.ts";
import {
  allFunctions,
  findFunction,
  methodsAsFunctions,
  methodsOf,
  namespaces,
  sourceNamed,
} from "../functions/find-function.ts";
import { durationMs } from "../moments.ts";
import {
  boolean,
  describeType,
  duration,
  listOf,
  moment,
  number,
  ownEntry,
  text,
  unknown,
  type ValueType,
} from "../value-type.ts";
import { elaborateCall, signatureOf, unanswerable } from "./elaborate-call.ts";
import { asCondition, elaborateArithmetic, elaborateComparison, elaborateContainment } from "./elaborate-operation.ts";
import { type Elaboration, type Typed, written } from "./elaboration.ts";
import { placeOf } from "./place-of.ts";

/** The type of what is stored at a place, as far as anybody knows it. */
function typeOfPlace(place: Place, { properties }: Elaboration): ValueType {
  if ("path" in place) {
    const [root, key, ...rest] = place.path;
    return root === "properties" && key !== undefined && rest.length === 0
      ? (ownEntry(properties, key) ?? unknown)
      : unknown;
  }
  if (place.field === "tags") return listOf(text);
  return place.field === "createdAt" || place.field === "updatedAt" ? moment : text;
}

function elaborateName(expression: Extract<Expression, { kind: "name" }>, elaboration: Elaboration): Typed {
  const { name } = expression;
  const source = name === "ownership" ? "ownership" : sourceNamed(name);
  if (source !== undefined) return { core: unanswerable(`${name} is a source`), type: { kind: "source", source } };
  const definition = findFunction(name);
  if (definition !== undefined) elaboration.refuse(expression, `${name} is a function: ${signatureOf(definition)}`);
  if (namespaces.has(name))
    elaboration.refuse(expression, `${name} has to be followed by one of its functions: ${offersOf(name)}`);
  return elaboration.refuse(
    expression,
    `${JSON.stringify(name)} is not a field; use ${fieldNames.join(", ")}, or a path such as properties.${name}`,
  );
}

/** The functions that a name before a point has. */
function offersOf(namespace: string): string {
  const own = allFunctions.filter(({ name }) => name === namespace || name.startsWith(`${namespace}.`));
  return own.map(signatureOf).join(", ");
}

/** `git` in `git.fileExists(…)`, unless a lambda has a parameter of that name. */
function namespaceOf(expression: Expression | null, elaboration: Elaboration): string | undefined {
  if (expression?.kind !== "name" || elaboration.findVariable(expression.name) !== undefined) return undefined;
  return namespaces.has(expression.name) || sourceNamed(expression.name) !== undefined ? expression.name : undefined;
}

function refuseMember(expression: Member | Call, type: ValueType, elaboration: Elaboration): never {
  const fields = type.kind === "object" ? Object.keys(type.fields ?? {}) : [];
  const offers = [...fields, ...methodsOf(type).map(signatureOf)];
  const advice = offers.length === 0 ? "" : `; use ${offers.join(", ")}`;
  return elaboration.refuse(expression, `${describeType(type)} has no ${expression.name}${advice}`);
}

function elaborateMember(expression: Member, elaboration: Elaboration): Typed {
  const namespace = namespaceOf(expression.of, elaboration);
  if (namespace !== undefined) {
    const definition = findFunction(`${namespace}.${expression.name}`);
    if (definition === undefined)
      elaboration.refuse(expression, `${namespace} has no ${expression.name}; use ${offersOf(namespace)}`);
    if (!definition.isProperty)
      elaboration.refuse(expression, `${expression.name} is a function: write ${signatureOf(definition)}`);
    const call: Call = { kind: "call", of: null, name: definition.name, arguments: [], named: [] };
    return elaborateCall(call, [], definition, undefined, elaboration, elaborate);
  }
  const of = elaborate(expression.of, elaboration);
  const method = methodsOf(of.type).find(({ name, isProperty }) => isProperty && name === `.${expression.name}`);
  if (method !== undefined) {
    const call: Call = { kind: "call", of: expression.of, name: expression.name, arguments: [], named: [] };
    return elaborateCall(call, [], method, of, elaboration, elaborate);
  }
  return fieldOf(of, expression.name, expression, elaboration);
}

function fieldOf(of: Typed, name: string, expression: Member, elaboration: Elaboration): Typed {
  if (of.type.kind === "unknown") return { core: { step: "member", of: of.core, key: name }, type: unknown };
  if (of.type.kind !== "object") return refuseMember(expression, of.type, elaboration);
  const field = ownEntry(of.type.fields, name);
  if (field === undefined && of.type.fields !== undefined) return refuseMember(expression, of.type, elaboration);
  return { core: { step: "member", of: of.core, key: field?.key ?? name }, type: field?.type ?? unknown };
}

function elaborateItem(expression: Item, elaboration: Elaboration): Typed {
  const of = elaborate(expression.of, elaboration);
  const { index } = expression;
  if (index.kind === "literal" && typeof index.value === "string") {
    const member: Member = { kind: "member", of: expression.of, name: index.value };
    const span = elaboration.spans.get(expression);
    if (span !== undefined) elaboration.spans.set(member, span);
    return fieldOf(of, index.value, member, elaboration);
  }
  const isPlace = index.kind === "literal" && typeof index.value === "number" && Number.isInteger(index.value);
  if (!isPlace || Number(index.value) < 0 || Number(index.value) > 100_000)
    return elaboration.refuse(index, 'expected a key in quotes, as in annotations["a/b"], or a place from 0 on');
  if (of.type.kind !== "list" && of.type.kind !== "unknown")
    return elaboration.refuse(expression, `${describeType(of.type)} has no places`);
  const type = of.type.kind === "list" ? of.type.items : unknown;
  return { core: { step: "item", of: of.core, index: Number(index.value) }, type };
}

function elaborateAnyCall(expression: Call, elaboration: Elaboration): Typed {
  const namespace = namespaceOf(expression.of, elaboration);
  const name = namespace === undefined ? expression.name : `${namespace}.${expression.name}`;
  if (expression.of === null || namespace !== undefined) {
    const definition = findFunction(name);
    if (definition === undefined || definition.name !== (methodsAsFunctions.includes(name) ? `.${name}` : name)) {
      return elaboration.refuse(expression, `${JSON.stringify(name)} is not a function; the reference lists them all`);
    }
    if (!methodsAsFunctions.includes(name) || namespace !== undefined)
      return elaborateCall(expression, expression.arguments, definition, undefined, elaboration, elaborate);
    const [subject, ...rest] = expression.arguments;
    if (subject === undefined) return elaboration.refuse(expression, `${name}(…) takes a value`);
    return callMethod(expression, elaborate(subject, elaboration), rest, elaboration, subject);
  }
  // `verifications().lastVerifiedAt()` belongs to the source of its receiver.
  const owner = expression.of.kind === "call" && expression.of.of === null ? expression.of.name : undefined;
  const chained = owner === undefined ? undefined : findFunction(`${owner}.${expression.name}`);
  if (chained !== undefined)
    return elaborateCall(expression, expression.arguments, chained, undefined, elaboration, elaborate);
  return callMethod(expression, elaborate(expression.of, elaboration), expression.arguments, elaboration, expression);
}

function callMethod(
  call: Call,
  receiver: Typed,
  given: Expression[],
  elaboration: Elaboration,
  place: Expression,
): Typed {
  const method = methodsOf(receiver.type).find((known) => known.name === `.${call.name}`);
  if (method !== undefined) return elaborateCall(call, given, method, receiver, elaboration, elaborate);
  if (call.name === "age" && call.of === null)
    return elaboration.refuse(place, "age(…) takes createdAt, updatedAt or a path such as properties.lastDeployAt");
  if (call.name === "length" && call.of === null)
    return elaboration.refuse(place, "length(…) takes text, tags or a path such as links");
  return refuseMember(call, receiver.type, elaboration);
}

function elaborateOperation(expression: Operation, elaboration: Elaboration): Typed {
  const { operator } = expression;
  const operands = expression.operands.map((operand) => ({ ...elaborate(operand, elaboration), expression: operand }));
  const [left, right] = operands;
  if (left === undefined) return elaboration.refuse(expression, "an operation needs operands");
  if (operator === "and" || operator === "or") {
    const of = operands.map((operand) => asCondition(operand, elaboration));
    return { core: { step: "junction", op: operator, of }, type: boolean };
  }
  if (operator === "not") return { core: not(asCondition(left, elaboration)), type: boolean };
  if (operator === "negate") {
    const zero = { ...written(0, left.type.kind === "duration" ? duration : number), expression };
    return elaborateArithmetic("-", zero, left, elaboration);
  }
  if (operator === "exists" || operator === "contains" || operator === "startsWith" || operator === "in")
    return { core: elaborateContainment(expression, operands, elaboration), type: boolean };
  if (right === undefined) return elaboration.refuse(expression, `${operator} needs two operands`);
  if (/^[-+*/%]$/.test(operator)) return elaborateArithmetic(operator as ArithmeticSign, left, right, elaboration);
  return { core: elaborateComparison(operator as ComparisonSign, left, right, elaboration), type: boolean };
}

function literalType(value: null | boolean | number | string): ValueType {
  if (value === null) return { kind: "null" };
  if (typeof value === "string") return text;
  return typeof value === "number" ? number : boolean;
}

/** Finds out what an expression comes down to and its type. @throws QuerySyntaxError at the part that makes no sense */
export function elaborate(expression: Expression, elaboration: Elaboration): Typed {
  if (expression.kind === "name") {
    const variable = elaboration.findVariable(expression.name);
    if (variable !== undefined)
      return { core: { step: "variable", id: variable.id, name: expression.name }, type: variable.type };
  }
  const place = placeOf(expression, (name) => elaboration.findVariable(name) !== undefined);
  if (place !== undefined) return { core: { step: "place", place }, type: typeOfPlace(place, elaboration) };
  switch (expression.kind) {
    case "literal":
      return written(expression.value, literalType(expression.value));
    case "duration":
      return written(durationMs(expression), duration);
    case "list": {
      const items = expression.items.map((item) => elaborate(item, elaboration));
      const [first] = items;
      const isUniform = items.every(({ type }) => type.kind === first?.type.kind);
      const type = listOf(isUniform && first !== undefined ? first.type : unknown);
      return { core: { step: "list", items: items.map(({ core }) => core) }, type };
    }
    case "name":
      return elaborateName(expression, elaboration);
    case "member":
      return elaborateMember(expression, elaboration);
    case "item":
      return elaborateItem(expression, elaboration);
    case "call":
      return elaborateAnyCall(expression, elaboration);
    case "lambda":
      return elaboration.refuse(expression, "x => … can only be given to filter, map, any or all");
    case "unwritten":
      return { core: unanswerable("is only a comment: nothing is asked yet"), type: boolean };
    default:
      return elaborateOperation(expression, elaboration);
  }
}

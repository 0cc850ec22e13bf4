import type { Core } from "../core.ts";
import type { Call, Expression } from "../expression.ts";
import type { FunctionDefinition, Parameter } from "../functions/definition.ts";
import { missingFacts } from "../functions/sources.ts";
import { queryLimits } from "../limits.ts";
import { describeType, ownEntry, unknown, type ValueType } from "../value-type.ts";
import type { BoundCall, Elaboration, Typed } from "./elaboration.ts";

type Elaborate = (expression: Expression, elaboration: Elaboration) => Typed;

function describeParameter({ name, type, isOptional }: Parameter): string {
  return `${name}${isOptional ? "?" : ""}: ${type === "lambda" ? "x => …" : describeType(type)}`;
}

/** A function as it is called, for messages and the editor. */
export function signatureOf(definition: FunctionDefinition): string {
  if (definition.isProperty && definition.parameters.length === 0) return definition.name;
  return `${definition.name}(${definition.parameters.map(describeParameter).join(", ")})`;
}

/** The arguments of a call by the names of the parameters. */
function bind(call: Call, given: Expression[], definition: FunctionDefinition, elaboration: Elaboration) {
  const { parameters } = definition;
  const bound = new Map<string, Expression>();
  for (const [index, argument] of given.entries()) {
    const parameter = parameters[index];
    if (parameter === undefined) elaboration.refuse(argument, `${signatureOf(definition)} takes no further argument`);
    bound.set(parameter.name, argument);
  }
  for (const { name, value } of call.named) {
    if (!parameters.some((parameter) => parameter.name === name))
      elaboration.refuse(value, `${signatureOf(definition)} has no argument ${name}`);
    if (bound.has(name)) elaboration.refuse(value, `${name} is given twice`);
    bound.set(name, value);
  }
  for (const parameter of parameters) {
    if (!parameter.isOptional && !bound.has(parameter.name))
      elaboration.refuse(call, `${signatureOf(definition)} needs ${parameter.name}`);
  }
  return bound;
}

function isAcceptable(expected: ValueType, found: ValueType): boolean {
  if (expected.kind === "unknown" || found.kind === "unknown") return found.kind !== "source";
  if (expected.kind === "list" && found.kind === "list") return isAcceptable(expected.items, found.items);
  return expected.kind === found.kind;
}

class Binding implements BoundCall {
  readonly receiver: Typed | undefined;
  readonly #call: Call;
  readonly #bound: Map<string, Expression>;
  readonly #elaboration: Elaboration;
  readonly #elaborate: Elaborate;

  constructor(
    call: Call,
    bound: Map<string, Expression>,
    receiver: Typed | undefined,
    elaboration: Elaboration,
    elaborate: Elaborate,
  ) {
    this.#call = call;
    this.#bound = bound;
    this.receiver = receiver;
    this.#elaboration = elaboration;
    this.#elaborate = elaborate;
  }

  value(name: string): Typed | undefined {
    const argument = this.#bound.get(name);
    if (argument === undefined) return undefined;
    if (argument.kind === "lambda") return this.refuse(name, "a value is needed here, not x => …");
    return this.#elaborate(argument, this.#elaboration);
  }

  text(name: string): string | undefined {
    const argument = this.#bound.get(name);
    if (argument === undefined) return undefined;
    if (argument.kind === "literal" && typeof argument.value === "string") return argument.value;
    return this.refuse(name, `${name} has to be written as a text in quotes`);
  }

  flag(name: string): boolean {
    const argument = this.#bound.get(name);
    if (argument === undefined) return false;
    if (argument.kind === "literal" && typeof argument.value === "boolean") return argument.value;
    return this.refuse(name, `${name} has to be written as true or false`);
  }

  lambda(name: string, items: ValueType) {
    const argument = this.#bound.get(name);
    if (argument?.kind !== "lambda") return this.refuse(name, 'a lambda is needed here, such as (x) => x.name = "a"');
    if (this.#elaboration.lambdaDepth === queryLimits.lambdaDepth)
      return this.refuse(name, `lambdas can be nested at most ${queryLimits.lambdaDepth} deep`);
    return this.#elaboration.withVariable(argument.parameter, items, (id) => ({
      id,
      name: argument.parameter,
      body: this.#elaborate(argument.body, this.#elaboration),
    }));
  }

  propertyType(key: string): ValueType {
    return ownEntry(this.#elaboration.properties, key) ?? unknown;
  }

  refuse(name: string | undefined, message: string): never {
    const argument = name === undefined ? undefined : this.#bound.get(name);
    return this.#elaboration.refuse(argument ?? this.#call, message);
  }
}

/** Checks what is given to a function and finds out what the call comes down to. `receiver` is what a method is called on. */
export function elaborateCall(
  call: Call,
  given: Expression[],
  definition: FunctionDefinition,
  receiver: Typed | undefined,
  elaboration: Elaboration,
  elaborate: Elaborate,
): Typed {
  const bound = bind(call, given, definition, elaboration);
  const binding = new Binding(call, bound, receiver, elaboration, elaborate);
  for (const { name, type } of definition.parameters) {
    if (type === "lambda" || !bound.has(name)) continue;
    const value = binding.value(name);
    if (value !== undefined && !isAcceptable(type, value.type))
      binding.refuse(name, `${name} is ${describeType(type)}, not ${describeType(value.type)}`);
  }
  if (definition.build !== undefined) return definition.build(binding);
  elaboration.needs.add(definition.source);
  return { core: unanswerable(missingFacts(definition.source)), type: definition.result };
}

/** A step that is an error, with its reason. */
export function unanswerable(reason: string): Core {
  return { step: "unanswerable", reason };
}

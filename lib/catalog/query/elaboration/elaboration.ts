import { type Core, constant, type Json } from "../core.ts";
import type { Expression } from "../expression.ts";
import type { SourceName } from "../functions/sources.ts";
import { refuseAt, type Spans } from "../text/spans.ts";
import type { ValueType } from "../value-type.ts";

/** What an expression comes down to, and the type of what it yields. */
export interface Typed {
  core: Core;
  type: ValueType;
}

/** The types of a blueprint's properties, by name; an unnamed property may have any. */
export type PropertyTypes = Readonly<Record<string, ValueType>>;

/** What a call gives to the function that it names. */
export interface BoundCall {
  receiver: Typed | undefined;
  value(name: string): Typed | undefined;
  /** A parameter that must be written as a text, not worked out. */
  text(name: string): string | undefined;
  flag(name: string): boolean;
  /** The body of a lambda over elements of a type. */
  lambda(name: string, items: ValueType): { id: number; name: string; body: Typed };
  /** The type that the blueprint gives a property. */
  propertyType(key: string): ValueType;
  refuse(name: string | undefined, message: string): never;
}

/** The state of finding out what one expression means. */
export class Elaboration {
  readonly spans: Spans;
  readonly properties: PropertyTypes;
  /** Sources whose facts are asked for and not there. */
  readonly needs = new Set<SourceName>();
  readonly #variables = new Map<string, { id: number; type: ValueType }[]>();
  #lastId = 0;
  #depth = 0;

  constructor(spans: Spans = new WeakMap(), properties: PropertyTypes = {}) {
    this.spans = spans;
    this.properties = properties;
  }

  get lambdaDepth(): number {
    return this.#depth;
  }

  findVariable(name: string): { id: number; type: ValueType } | undefined {
    return this.#variables.get(name)?.at(-1);
  }

  /** Runs `work` with the parameter of a lambda in scope. */
  withVariable<Result>(name: string, type: ValueType, work: (id: number) => Result): Result {
    this.#lastId += 1;
    const id = this.#lastId;
    const shadowed = this.#variables.get(name) ?? [];
    this.#variables.set(name, [...shadowed, { id, type }]);
    this.#depth += 1;
    const result = work(id);
    this.#depth -= 1;
    this.#variables.set(name, shadowed);
    return result;
  }

  refuse(expression: Expression, message: string): never {
    return refuseAt(this.spans, expression, message);
  }
}

/** A written value. */
export function written(value: Json, type: ValueType): Typed {
  return { core: constant(value), type };
}

import type { BoundCall, Typed } from "../elaboration/elaboration.ts";
import type { ValueType } from "../value-type.ts";
import type { SourceName } from "./sources.ts";

export interface Parameter {
  name: string;
  /** What may be given: a value of a type, or a lambda over the elements of the receiver. */
  type: ValueType | "lambda";
  isOptional?: boolean;
}

/** One function, as the reference and the editor show it and as the type checker uses it. */
export interface FunctionDefinition {
  /** `links`, `entity.tag`; a method has a point before it, `.length`. */
  name: string;
  /** What a method is called on. */
  on?: readonly ValueType["kind"][];
  /** Of objects, only those that are this. */
  what?: string;
  /** Written without parentheses, such as `k8s.spec`. */
  isProperty?: boolean;
  parameters: readonly Parameter[];
  result: ValueType;
  source: SourceName;
  doc: string;
  example: string;
  /** What it comes down to. Without this there are no facts yet, and every use of it is an error that names the source. */
  build?(call: BoundCall): Typed;
}

export function parameter(name: string, type: Parameter["type"]): Parameter {
  return { name, type };
}

export function optional(name: string, type: Parameter["type"]): Parameter {
  return { name, type, isOptional: true };
}

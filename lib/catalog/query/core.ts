import type { Place } from "./ast.ts";
import type { ArithmeticSign } from "./expression.ts";
import type { Pattern } from "./pattern/pattern.ts";

/**
 * What an expression comes down to: the few steps that the compiler and the interpreter know. Every value is JSON; null is *missing*,
 * points in time and durations are milliseconds. A step whose operand is an error is an error, whatever its other operands are; only
 * `and`, `or`, `any` and `all` can do without.
 */
export type Core =
  | { step: "constant"; value: Json }
  | { step: "place"; place: Place }
  | { step: "now" }
  /** The other ends of the relations of the entity, or of a related one, as objects; of one relation or of all; those that hold, or `always` all. */
  | { step: "relations"; of: Core | null; direction: Direction; relation: string | null; always?: boolean }
  /** What can be reached in so many steps, or any number: each once, as objects. */
  | { step: "reach"; of: Core | null; direction: Direction; relation: string | null; depth: number | null }
  /** Whether the entity leads to the named one (or, `incoming`, that one to it) over any distance. */
  | { step: "reaches"; direction: Direction; relation: string | null; blueprint: string; identifier: string }
  /** Something about who asks; missing when nobody does. */
  | { step: "asker"; what: "entity" | "email" | "teams" }
  /** The owner as a related entity; missing when there is none. */
  | { step: "owner" }
  /** When somebody last said that the entity is still true. */
  | { step: "verified" }
  /** What a scorecard says of the entity, as an object; missing when it does not score it. */
  | { step: "score"; scorecard: string }
  /** The rank of a level of a scorecard, by its name. */
  | { step: "rank"; scorecard: string; name: string }
  /** Whether a rule passes, of a score. */
  | { step: "passes"; of: Core; rule: string }
  | { step: "variable"; id: number; name: string }
  | { step: "member"; of: Core; key: string }
  | { step: "item"; of: Core; index: number }
  | { step: "list"; items: Core[] }
  | { step: "object"; key: string; value: Core }
  /** A list of the value, empty when it is missing. */
  | { step: "presence"; of: Core }
  /** A list as it is, any other value as a list of it, empty when it is missing. */
  | { step: "values"; of: Core }
  | { step: "each"; what: "filter" | "map" | "any" | "all"; list: Core; id: number; name: string; body: Core }
  | { step: "fold"; what: "sum" | "min" | "max" | "average"; list: Core }
  | { step: "length"; of: Core }
  | { step: "junction"; op: "and" | "or"; of: Core[] }
  | { step: "not"; of: Core }
  | { step: "compare"; op: "=" | ">" | ">=" | "<" | "<="; left: Core; right: Core }
  | { step: "contains"; left: Core; right: Core }
  | { step: "startsWith"; left: Core; right: Core }
  | { step: "in"; left: Core; right: Core }
  | { step: "missing"; of: Core }
  | { step: "exists"; of: Core }
  /** Whether no relation of a name points at something that is not in the catalog. */
  | { step: "resolved"; relation: string }
  | { step: "arithmetic"; op: ArithmeticSign; left: Core; right: Core }
  | { step: "matches"; of: Core; pattern: Pattern }
  | { step: "convert"; to: Conversion; of: Core }
  /** What nobody can answer yet, and why. */
  | { step: "unanswerable"; reason: string };

export type Direction = "outgoing" | "incoming";
export type Conversion = "moment" | "number" | "version" | "text";
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export function constant(value: Json): Core {
  return { step: "constant", value };
}

export function compare(op: Extract<Core, { step: "compare" }>["op"], left: Core, right: Core): Core {
  return { step: "compare", op, left, right };
}

export function not(of: Core): Core {
  return { step: "not", of };
}

/** The operands of a step, the body of a lambda included. */
export function operandsOf(core: Core): Core[] {
  switch (core.step) {
    case "list":
      return core.items;
    case "each":
      return [core.list, core.body];
    case "fold":
      return [core.list];
    case "junction":
      return core.of;
    case "relations":
    case "reach":
      return core.of === null ? [] : [core.of];
    case "compare":
    case "contains":
    case "startsWith":
    case "in":
    case "arithmetic":
      return [core.left, core.right];
    case "object":
      return [core.value];
    case "passes":
    case "presence":
    case "values":
    case "member":
    case "item":
    case "length":
    case "not":
    case "missing":
    case "exists":
    case "matches":
    case "convert":
      return [core.of];
    default:
      return [];
  }
}

/** Whether a step yields true or false and never anything else. */
export function isCondition(core: Core): boolean {
  if (core.step === "each") return core.what === "any" || core.what === "all";
  return [
    "junction",
    "not",
    "compare",
    "contains",
    "startsWith",
    "in",
    "missing",
    "exists",
    "resolved",
    "reaches",
    "passes",
    "matches",
  ].includes(core.step);
}

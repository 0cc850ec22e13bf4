import { constant } from "../core.ts";
import type { BoundCall, Typed } from "../elaboration/elaboration.ts";
import { PatternError, parsePattern } from "../pattern/parse-pattern.ts";
import type { Pattern } from "../pattern/pattern.ts";
import { unknown } from "../value-type.ts";

/** What a method is called on. */
export function receiverOf(call: BoundCall): Typed {
  return call.receiver ?? { core: constant(null), type: unknown };
}

/** The pattern that a call gives, read. */
export function patternOf(call: BoundCall): Pattern {
  try {
    return parsePattern(call.text("pattern") ?? "");
  } catch (error) {
    if (error instanceof PatternError) call.refuse("pattern", error.message);
    throw error;
  }
}

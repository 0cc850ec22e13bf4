import type { Query } from "../ast.ts";
import { findExcess } from "../limits.ts";
import { findCost } from "../query-needs.ts";

/** A query of another product in this language, or why it cannot be: what has no counterpart is refused, never left out. */
export type Translation =
  | { ok: true; query: Query }
  /** `place` is where in the foreign query: a JSON path such as `rules.1.operator`, or a line and column. */
  | { ok: false; place: string; message: string };

/** Thrown inside a translator and caught at its edge. */
export class TranslationError extends Error {
  readonly place: readonly (string | number)[];
  constructor(place: readonly (string | number)[], message: string) {
    super(message);
    this.place = place;
  }
}

/** Runs a translator; what it makes has to be within the limits of the language. */
export function translated(work: () => Query): Translation {
  try {
    const query = work();
    const excess = findExcess(query) ?? findCost(query);
    return excess === undefined ? { ok: true, query } : { ok: false, place: "", message: excess };
  } catch (error) {
    if (!(error instanceof TranslationError)) throw error;
    return { ok: false, place: error.place.join("."), message: error.message };
  }
}

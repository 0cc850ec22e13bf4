import type { Query } from "../ast.ts";
import { readQuery } from "../json/read.ts";

/** A query of another product in this language, or why it cannot be: what has no counterpart is refused, never left out. */
export type Translation =
  | { ok: true; query: Query }
  /** `place` is where in the foreign query: a path such as `rules.1.operator`, or a line and column. */
  | { ok: false; place: string; message: string };

export type Place = readonly (string | number)[];

/** Thrown inside a translator and caught at its edge. */
export class TranslationError extends Error {
  readonly place: Place;
  constructor(place: Place, message: string) {
    super(message);
    this.place = place;
  }
}

/** Refuses a part of a foreign query. */
export function refuse(place: Place, message: string): never {
  throw new TranslationError(place, message);
}

/** A condition that has been made, as the language reads it; what makes no sense here is refused at its place. */
export function checked(place: Place, query: Query): Query {
  const result = readQuery(query);
  return result.ok ? result.query : refuse(place, result.error.message);
}

/** Runs a translator; what it makes has to be a query like any other. */
export function translated(work: () => Query): Translation {
  try {
    return { ok: true, query: checked([], work()) };
  } catch (error) {
    if (!(error instanceof TranslationError)) throw error;
    return { ok: false, place: error.place.join("."), message: error.message };
  }
}

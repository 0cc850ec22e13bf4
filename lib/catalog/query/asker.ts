import type { Json } from "./core.ts";

/** Who asks, for queries that say `me`. */
export interface Asker {
  /** The person in the catalog as `blueprint:identifier`; null when there is none. */
  entity: string | null;
  email: string | null;
  /** Groups of the catalog that the person is in, as `blueprint:identifier`. */
  teams: readonly string[];
}

/** What a query finds of who asks; missing when nobody does. */
export function askerValue(what: "entity" | "email" | "teams", asker: Asker | undefined): Json {
  if (asker === undefined) return null;
  return what === "teams" ? [...asker.teams] : asker[what];
}

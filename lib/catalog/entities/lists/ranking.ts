import { rankedMatches } from "#lib/catalog/entities/schema.ts";

/**
 * How far best match goes. `all`: every match is ranked. `beginnings`: so many match that only names that are the words, then those that
 * begin with them, stand first, each in the order of an index; the rest follows by title.
 */
export const rankings = ["all", "beginnings"] as const;
export type Ranking = (typeof rankings)[number];

/** How far so many matches are ranked. */
export function rankingFor(total: number): Ranking {
  return total <= rankedMatches ? "all" : "beginnings";
}

import { type SQL, sql } from "drizzle-orm";

// The search text begins with title and identifier, in lower case (see upsert-entities.ts); lower() here would cost more than the search.
const title = sql`left(e.search_text, length(e.title))`;
const identifier = sql`substr(e.search_text, length(e.title) + 2, length(e.identifier))`;
/** Title and identifier, for alias `e`. */
export const nameSql = sql`left(e.search_text, length(e.title) + length(e.identifier) + 1)`;
/** What a name begins with, as the index on it has it. */
export const beginningSql = sql`left(e.search_text, 60) collate "C"`;

/**
 * How well an entity that contains all these words, for alias `e`, is met by them: 0 the whole identifier or title, 1 its beginning, 2 the
 * beginning of a word of it, 3 anywhere in it, 4 only in description, tags or owner. Of equals the shorter title comes first.
 */
export function rankSql(words: string[]): SQL {
  const wanted = sql`${words.join(" ")}::text`;
  return sql`case
        when ${wanted} in (${identifier}, ${title}) then 0
        when starts_with(e.search_text, ${wanted}) or starts_with(${identifier}, ${wanted}) then 1
        when strpos(${nameSql}, ${wanted}) = 0 then 4
        when strpos(translate(${nameSql}, '-_./', '    '), ' ' || ${wanted}) > 0 then 2
        else 3 end`;
}

/** What the beginnings of names are compared with. */
export function prefixPattern(text: string): string {
  return `${text.slice(0, 60).replace(/[\\%_]/g, "\\$&")}%`;
}

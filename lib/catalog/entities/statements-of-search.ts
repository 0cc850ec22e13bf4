import { type SQL, sql } from "drizzle-orm";
import { wordsOf } from "#lib/catalog/entities/entity-filter.ts";
import { summaryColumns } from "#lib/catalog/entities/statements-of-list.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { allOf } from "#lib/catalog/query/combine.ts";
import { compilePredicate } from "#lib/catalog/query/compile.ts";

type Scope = { orgId: string; now: Date };
export type SearchInput = { text: string; blueprints: string[]; limit: number };

// Below this a misspelled word looks like half of the catalog.
const fuzzyFromCharacters = 4;
export const fuzzyThreshold = 0.45;

// The search text begins with title and identifier, in lower case (see upsert-entities.ts); lower() here would cost more than the search.
const title = sql`left(e.search_text, length(e.title))`;
const identifier = sql`substr(e.search_text, length(e.title) + 2, length(e.identifier))`;
const name = sql`left(e.search_text, length(e.title) + length(e.identifier) + 1)`;

/**
 * Entities that contain all the words, best first: 0 the whole identifier or title, 1 its beginning, 2 the beginning of a word of it,
 * 3 anywhere in it, 4 only in description or tags. Of equals the shorter name comes first.
 */
export function searchStatement({ text, blueprints, limit }: SearchInput, scope: Scope): SQL {
  const words = wordsOf(text);
  const wanted = sql`${words.join(" ")}::text`;
  const query = allOf([
    ...words.map((word): Query => ({ op: "contains", term: { field: "text" }, value: word })),
    ...kindsOf(blueprints),
  ]);
  const condition = query === undefined ? sql`true` : compilePredicate(query, { ...scope, alias: "e" });
  return sql`select ${summaryColumns}, e.rank from (
      select e.*, case
        when ${wanted} in (${identifier}, ${title}) then 0
        when starts_with(e.search_text, ${wanted}) or starts_with(${identifier}, ${wanted}) then 1
        when strpos(${name}, ${wanted}) = 0 then 4
        when strpos(translate(${name}, '-_./', '    '), ' ' || ${wanted}) > 0 then 2
        else 3 end as rank
      from entities as e where e.org_id = ${scope.orgId}::uuid and not e.is_archived and ${condition}
      order by rank, length(e.title), e.title, e.id limit ${limit}) as e
    left join entities as o on o.org_id = ${scope.orgId}::uuid and o.id = e.owner_id
    order by e.rank, length(e.title), e.title, e.id`;
}

/** Whether a misspelled form of this is worth looking for. */
export function mayBeMisspelled(text: string): boolean {
  return text.trim().length >= fuzzyFromCharacters;
}

/** Entities with a word like the text, most alike first. */
export function fuzzyStatement({ text, blueprints, limit }: SearchInput, scope: Scope): SQL {
  const wanted = text.trim().toLowerCase();
  const query = allOf(kindsOf(blueprints));
  const condition = query === undefined ? sql`true` : compilePredicate(query, { ...scope, alias: "e" });
  return sql`select ${summaryColumns}, 5 as rank from (
      select e.*, word_similarity(${wanted}::text, ${name}) as alike, word_similarity(${wanted}::text, e.search_text) as mentioned
      from entities as e where e.org_id = ${scope.orgId}::uuid and not e.is_archived and e.search_text %> ${wanted}::text and ${condition}
      order by alike desc, mentioned desc, length(e.title), e.id limit ${limit}) as e
    left join entities as o on o.org_id = ${scope.orgId}::uuid and o.id = e.owner_id
    order by e.alike desc, e.mentioned desc, length(e.title), e.id`;
}

function kindsOf(blueprints: string[]): Query[] {
  return blueprints.length === 0 ? [] : [{ op: "in", term: { field: "blueprint" }, values: blueprints }];
}

import { type SQL, sql } from "drizzle-orm";
import { wordsOf } from "#lib/catalog/entities/lists/entity-filter.ts";
import { summaryColumns } from "#lib/catalog/entities/lists/statements-of-list.ts";
import { beginningSql, nameSql, prefixPattern, rankSql } from "#lib/catalog/entities/search/ranks.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { allOf } from "#lib/catalog/query/combine.ts";
import { compilePredicate } from "#lib/catalog/query/compiler/compile.ts";

type Scope = { orgId: string; now: Date };
export type SearchInput = { text: string; blueprints: string[]; limit: number };

// Below this a misspelled word looks like half of the catalog.
const fuzzyFromCharacters = 4;
export const fuzzyThreshold = 0.45;

// Names that begin with the text, and entities that contain it, are ranked up to this many: of thousands nobody sees the difference.
const rankedNames = 200;
const rankedOthers = 200;
const rankedRare = 5000;
// How alike two texts are takes long to say.
const rankedAlike = 3000;
// A text that is not met this often among so many is rare enough to fetch all that have it.
const walkedEntities = 1000;

/**
 * Entities that contain all the words, best first, as `rankSql` has it. All that have a rare text are ranked; of a text that very many
 * have, those whose names begin with it and as many others as are needed.
 */
export function searchStatement({ text, blueprints, limit }: SearchInput, scope: Scope): SQL {
  const words = wordsOf(text);
  const own = sql`e.org_id = ${scope.orgId}::uuid and not e.is_archived`;
  const ofKind = conditionOf(kindsOf(blueprints), scope);
  const contains = conditionOf(
    words.map((word): Query => ({ op: "contains", term: { field: "text" }, value: word })),
    scope,
  );
  const found = (set: SQL) => sql`select c.id from ${set} as c where c.org_id = ${scope.orgId}::uuid`;
  const areFew = (set: SQL) => sql`(select count(*) from ${set} as c where c.org_id = ${scope.orgId}::uuid) < ${limit}`;
  const [named, walked, others] = [sql`named`, sql`walked`, sql`others`];
  const rank = rankSql(words);
  return sql`with named as materialized (
      (select e.org_id, e.id from entities as e where ${own} and ${ofKind} and ${beginningSql} like ${prefixPattern(words.join(" "))}::text
        order by ${beginningSql} limit ${rankedNames})
      union (select e.org_id, e.id from entities as e where ${own} and ${ofKind} and e.identifier = ${text.trim()}::text limit ${limit})
      union (select e.org_id, e.id from entities as e where ${own} and ${ofKind} and e.identifier like ${prefixPattern(text.trim())}::text
        limit ${rankedNames})),
    walked as materialized (
      select e.org_id, e.id from (select e.* from entities as e where ${own} and ${ofKind} order by e.title, e.id limit ${walkedEntities}) as e
      where ${contains} and e.org_id = ${scope.orgId}::uuid and ${areFew(named)} limit ${rankedOthers}),
    others as materialized (
      select e.org_id, e.id from entities as e where ${own} and ${ofKind} and ${contains}
        and ${areFew(named)} and ${areFew(walked)} limit ${rankedRare})
    select ${summaryColumns}, e.rank from (
      select e.*, ${rank} as rank from entities as e
      where ${own} and ${contains} and e.id in (${found(named)} union ${found(walked)} union ${found(others)})
      order by rank, length(e.title), e.title, e.id limit ${limit}) as e
    left join entities as o on o.org_id = ${scope.orgId}::uuid and o.id = e.owner_id
    order by e.rank, length(e.title), e.title, e.id`;
}

function conditionOf(queries: Query[], scope: Scope): SQL {
  const query = allOf(queries);
  return query === undefined ? sql`true` : compilePredicate(query, { ...scope, alias: "e" });
}

/** Whether a misspelled form of this is worth looking for. */
export function mayBeMisspelled(text: string): boolean {
  return text.trim().length >= fuzzyFromCharacters;
}

/** Entities with a word like the text, most alike first: of the first so many that have one. */
export function fuzzyStatement({ text, blueprints, limit }: SearchInput, scope: Scope): SQL {
  const wanted = text.trim().toLowerCase();
  const query = allOf(kindsOf(blueprints));
  const condition = query === undefined ? sql`true` : compilePredicate(query, { ...scope, alias: "e" });
  return sql`select ${summaryColumns}, 5 as rank from (
      select e.*, word_similarity(${wanted}::text, ${nameSql}) as alike, word_similarity(${wanted}::text, e.search_text) as mentioned
      from (select e.* from entities as e where e.org_id = ${scope.orgId}::uuid and not e.is_archived and e.search_text %> ${wanted}::text
        and ${condition} limit ${rankedAlike}) as e
      order by alike desc, mentioned desc, length(e.title), e.id limit ${limit}) as e
    left join entities as o on o.org_id = ${scope.orgId}::uuid and o.id = e.owner_id
    order by e.alike desc, e.mentioned desc, length(e.title), e.id`;
}

function kindsOf(blueprints: string[]): Query[] {
  return blueprints.length === 0 ? [] : [{ op: "in", term: { field: "blueprint" }, values: blueprints }];
}

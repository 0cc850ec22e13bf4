import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { shippedBlueprint } from "#lib/catalog/blueprints/shipped-blueprints.ts";
import { readRelation } from "#lib/catalog/relations/relation-names.ts";

type Titles = { title: string; inverseTitle?: string | undefined };

/** How relations are called by the kinds that have them: by kind and type. */
export type RelationTitles = Map<string, Map<string, Titles>>;

type Row = { kind: string; type: string; title: string; inverseTitle: string | null };

/** Reads what these kinds call their relations. What is called as it ships, and has a name in `relation-names.ts`, is left out. */
export async function readRelationTitles(
  tx: Transaction,
  orgId: string,
  kinds: Iterable<string>,
): Promise<RelationTitles> {
  const asked = [...new Set(kinds)];
  const titles: RelationTitles = new Map(
    asked.map((kind) => [kind, new Map(shippedRelations(kind).map((relation) => [relation.identifier, relation]))]),
  );
  if (asked.length > 0) {
    const rows = await tx.execute<Row>(sql`
      select b.identifier as kind, r ->> 'identifier' as type, r ->> 'title' as title, r ->> 'inverseTitle' as "inverseTitle"
      from blueprints b cross join lateral jsonb_array_elements(b.definition -> 'relations') r
      where b.org_id = ${orgId}::uuid and b.identifier = any(${sql.param(asked)}::text[]) and b.definition is not null`);
    for (const kind of new Set([...rows].map((row) => row.kind))) titles.set(kind, new Map());
    for (const { kind, type, title, inverseTitle } of rows)
      titles.get(kind)?.set(type, { title, inverseTitle: inverseTitle ?? undefined });
  }
  for (const [kind, named] of titles) {
    const shipped = shippedRelations(kind);
    for (const [type, { title, inverseTitle }] of named) {
      const ships = shipped.find(({ identifier }) => identifier === type);
      if (hasName(type) && ships?.title === title && ships.inverseTitle === inverseTitle) named.delete(type);
    }
  }
  return titles;
}

/**
 * How a relation reads from one of its ends, in words: as the kinds that state it call it, otherwise as it is called everywhere. Where
 * several kinds state it and call it differently, all of that.
 */
export function labelRelation(
  titles: RelationTitles,
  { type, direction }: { type: string; direction: "outgoing" | "incoming" },
  statedBy: Iterable<string>,
): string {
  const usual = readRelation(type, direction).label;
  const called = [...new Set(statedBy)].map((kind) => {
    const named = titles.get(kind)?.get(type);
    if (named === undefined) return usual;
    const own = direction === "outgoing" ? named.title : (named.inverseTitle ?? `${named.title} → this`);
    const isUsual = direction === "incoming" && named.inverseTitle === undefined && hasName(type);
    return isUsual || own.toLowerCase() === usual ? usual : own;
  });
  return called.length === 0 ? usual : [...new Set(called)].sort().join(" / ");
}

function hasName(type: string): boolean {
  return readRelation(type, "outgoing").rank < readRelation("", "outgoing").rank;
}

function shippedRelations(kind: string) {
  return shippedBlueprint(kind)?.definition.relations ?? [];
}

import type { RelatedEntity, RelationGroup } from "#lib/catalog/entities/entity-views.ts";
import { readRelation } from "#lib/catalog/relations/relation-names.ts";
import { labelRelation, type RelationTitles } from "#lib/catalog/relations/relation-titles.ts";

/** A stored relation with the entity at its other end; without a title the catalog does not have that entity. */
export type RelationRow = {
  direction: "outgoing" | "incoming";
  type: string;
  /** How many there are of this type and direction, which may be more than there are rows. */
  count: number;
  blueprint: string;
  identifier: string;
  title: string | null;
  entityType: string | null;
  details: RelatedEntity["details"];
  isCurrent: boolean;
};

/**
 * Relations by type as seen from the entity, the important ones first. The same fact stated from both ends (a member of a team, a team
 * with members) is one group and, when both name the same entity, one relation. It is called what the kinds that state it call it:
 * `kind` is the entity's own.
 */
export function groupRelations(rows: RelationRow[], kind: string, titles: RelationTitles): RelationGroup[] {
  const groups = new Map<
    string,
    { group: RelationGroup; rank: number; items: Map<string, RelatedEntity>; sides: Map<string, number> }
  >();
  for (const row of rows) {
    const { type, label, side, isDependency, rank } = readRelation(row.type, row.direction);
    const known = groups.get(type) ?? {
      group: { type, label, side, isDependency, count: 0, items: [] },
      rank,
      items: new Map(),
      sides: new Map(),
    };
    groups.set(type, known);
    known.sides.set(row.direction, row.count);
    const name = `${row.blueprint}:${row.identifier}`;
    // Of one fact that both ends state, whoever says more of it is shown.
    if (known.items.has(name) && row.details === null) continue;
    known.items.set(name, {
      blueprint: row.blueprint,
      identifier: row.identifier,
      title: row.title ?? row.identifier,
      isDangling: row.title === null,
      type: row.entityType,
      details: row.details,
      isCurrent: row.isCurrent,
    });
  }
  const labelOf = (stated: RelationRow[]) => {
    // Where both ends state it, this one's word is nearer.
    const [first] = stated.filter(({ direction }) => direction === "outgoing").concat(stated);
    if (first === undefined) return "";
    const by = first.direction === "outgoing" ? [kind] : stated.map(({ blueprint }) => blueprint);
    return labelRelation(titles, first, by);
  };
  return [...groups.values()]
    .sort((one, other) => one.rank - other.rank || one.group.type.localeCompare(other.group.type))
    .map(({ group, items, sides }) => {
      const sorted = [...items.values()].sort(
        (one, other) =>
          Number(other.isCurrent) - Number(one.isCurrent) ||
          one.title.localeCompare(other.title) ||
          one.identifier.localeCompare(other.identifier),
      );
      const stated = rows.filter((row) => readRelation(row.type, row.direction).type === group.type);
      const read = stated.length;
      const stored = [...sides.values()].reduce((sum, count) => sum + count, 0);
      // What both ends state was stored twice; it is known to be one only for the rows that were read.
      return { ...group, label: labelOf(stated), count: stored - (read - sorted.length), items: sorted };
    });
}

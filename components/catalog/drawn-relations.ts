import * as words from "#components/words/catalog/drawn-relations.ts";
import { numberText, plural } from "#components/words/format.ts";
import type { RelatedEntity, RelationGroup } from "#lib/catalog/entities/entity-views.ts";

export type DrawnRelation = RelatedEntity & { id: string; label: string; isDependency: boolean };
/** One side of the drawing. `count` is how many there are, which may be more than there are items. */
export type DrawnSide = { items: DrawnRelation[]; count: number };

/**
 * What the drawing shows: on the left who needs the entity, on the right what it needs or belongs to, dependencies first. Its owner is
 * left out: it has a panel of its own; so is what ended.
 */
export function drawnRelations(groups: RelationGroup[]): {
  before: DrawnSide;
  after: DrawnSide;
  summary: string;
  total: number;
} {
  const drawn = groups.filter((group) => group.type !== "ownedBy");
  const side = (name: RelationGroup["side"]): DrawnSide => {
    const own = drawn.filter((group) => group.side === name);
    own.sort((one, other) => Number(other.isDependency) - Number(one.isDependency));
    return {
      items: own.flatMap(({ type, label, isDependency, items }) =>
        items
          .filter(({ isCurrent }) => isCurrent)
          .map((item) => ({ ...item, id: `${type} ${item.blueprint}:${item.identifier}`, label, isDependency })),
      ),
      count: own.reduce((sum, group) => sum + group.count, 0),
    };
  };
  const [before, after] = [side("before"), side("after")];
  return { before, after, summary: summarize(drawn, before.count, after.count), total: before.count + after.count };
}

function summarize(groups: RelationGroup[], before: number, after: number): string {
  const count = (name: RelationGroup["side"]) =>
    groups.filter((group) => group.isDependency && group.side === name).reduce((sum, group) => sum + group.count, 0);
  const [dependents, dependencies] = [count("before"), count("after")];
  if (dependents + dependencies > 0) {
    return words.onItItDependsOn(numberText(dependents), plural(dependents, words.depends), numberText(dependencies));
  }
  return words.toItFromIt(numberText(before), numberText(after));
}

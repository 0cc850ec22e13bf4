import type { Core, Direction, Json } from "../core.ts";
import type { RelationFacts } from "../entity-facts.ts";
import { type Evaluation, ExpressionError } from "./evaluation.ts";
import { evaluateRelations } from "./interpreter-lists.ts";

type Walk = { direction: Direction; relation: string | null; depth: number | null };
type Found = { tag: string; type: string; isResolved: boolean };

/** What can be reached from an entity by its relations: each once, without the entity itself. */
function walk({ direction, relation, depth }: Walk, start: string, evaluation: Evaluation): Map<string, Found> {
  const found = new Map<string, Found>();
  let layer = [start];
  for (let step = 0; layer.length > 0 && (depth === null || step < depth); step += 1) {
    const next: string[] = [];
    for (const key of layer) {
      const core = { step: "relations", of: null, direction, relation } as const;
      for (const end of evaluateRelations(core, relationsOf(key, evaluation), evaluation.nowMs)) {
        evaluation.countStep();
        const { tag, type, isResolved } = end as Found;
        const reached = `${type}:${tag}`;
        if (reached === start || found.has(reached)) continue;
        found.set(reached, { tag, type, isResolved });
        if (isResolved) next.push(reached);
      }
    }
    layer = next;
  }
  return found;
}

function relationsOf(key: string, { entity }: Evaluation): readonly RelationFacts[] {
  if (key === `${entity.blueprint}:${entity.identifier}`) return entity.relations;
  if (entity.relatives === undefined) throw new ExpressionError("too many entities are related to say why");
  return entity.relatives.get(key) ?? [];
}

/** The list of what can be reached, in the order of their kinds and names. */
export function evaluateReach(core: Extract<Core, { step: "reach" }>, start: string, evaluation: Evaluation): Json[] {
  return [...walk(core, start, evaluation).values()].sort(
    (one, other) => compare(one.type, other.type) || compare(one.tag, other.tag),
  );
}

/** Whether the entity leads to the named one, or that one to it. */
export function evaluateReaches(core: Extract<Core, { step: "reaches" }>, evaluation: Evaluation): boolean {
  const { blueprint, identifier } = evaluation.entity;
  const target = `${core.blueprint}:${core.identifier}`;
  return walk({ ...core, depth: null }, `${blueprint}:${identifier}`, evaluation).has(target);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

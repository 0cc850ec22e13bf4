import type { EntitySummary } from "#lib/catalog/entities/entity-views.ts";
import type { EntityLevel } from "#lib/scorecards/results/list-entity-levels.ts";
import type { RuleFailure } from "#lib/scorecards/results/list-failures.ts";

/** The one rule with which the reader's components come furthest. */
export type BestStep = {
  failure: RuleFailure;
  /** Those that reach the level at once. */
  lifted: EntitySummary[];
  /** Those for which other rules of the level are left. */
  closer: EntitySummary[];
  /** Of all that the scorecard applies to: how many have the level, or a higher one. */
  reached: number;
  total: number;
};

type Input = { entities: EntitySummary[]; failures: RuleFailure[]; levels: EntityLevel[] };

/** The rule that lifts most of the reader's components a level, then the one that is in the way of most, then the first; null when none fails. */
export function findBestStep({ entities, failures, levels }: Input): BestStep | null {
  const entityOf = new Map(entities.map((entity) => [entity.id, entity]));
  const inWay = new Map<string, RuleFailure[]>();
  for (const failure of failures) {
    const rule = `${failure.scorecard} ${failure.rule}`;
    inWay.set(rule, [...(inWay.get(rule) ?? []), failure]);
  }
  let best: BestStep | null = null;
  for (const same of inWay.values()) {
    const [failure] = same;
    if (failure === undefined) continue;
    const isLast = ({ missing }: RuleFailure) => missing === 1;
    const named = (some: RuleFailure[]) => some.flatMap(({ entityId }) => entityOf.get(entityId) ?? []);
    const lifted = named(same.filter(isLast));
    const closer = named(same.filter((other) => !isLast(other)));
    const isBetter =
      best === null ||
      lifted.length > best.lifted.length ||
      (lifted.length === best.lifted.length && closer.length > best.closer.length);
    if (!isBetter || lifted.length + closer.length === 0) continue;
    const scored = levels.filter((level) => level.scorecard === failure.scorecard);
    const reached = scored.filter((level) => level.rank >= failure.level.rank).length;
    best = { failure, lifted, closer, reached, total: scored.length };
  }
  return best;
}

import { entityHref } from "#components/catalog/entity-href.ts";
import type { RunSummary } from "#lib/actions/runs/schema.ts";
import type { EntitySummary } from "#lib/catalog/entities/entity-views.ts";
import type { EntityLevel } from "#lib/scorecards/results/list-entity-levels.ts";
import type { ScorecardSummary } from "#lib/scorecards/scorecards/schema.ts";

/** Something that waits for the reader: a run of theirs that failed, or a component of theirs that has not reached the highest level. */
export type Need =
  | { kind: "run"; id: string; run: RunSummary; href: string }
  | { kind: "level"; id: string; entity: EntitySummary; level: EntityLevel; nextName: string; href: string };

const runDays = 7;

type Input = {
  org: string;
  personId: string | undefined;
  runs: RunSummary[];
  entities: EntitySummary[];
  levels: EntityLevel[];
  scorecards: ScorecardSummary[];
  nowMs: number;
};

/** What needs the reader, runs first, then the lowest levels. */
export function findNeeds(input: Input): Need[] {
  return [...failedRuns(input), ...missedLevels(input)];
}

// A run that was started again and went well needs nobody.
function failedRuns({ org, personId, runs, nowMs }: Input): Need[] {
  const mine = runs.filter((run) => personId !== undefined && run.startedBy.id === personId);
  return mine
    .filter((run) => run.status === "failed" && nowMs - Date.parse(run.createdAt) < runDays * 24 * 60 * 60 * 1000)
    .filter(
      (run) =>
        !mine.some((other) => other.number > run.number && other.title === run.title && other.status !== "failed"),
    )
    .map((run) => ({ kind: "run", id: `run ${run.id}`, run, href: `/${org}/runs/${run.number}` }));
}

function missedLevels({ org, entities, levels, scorecards }: Input): Need[] {
  const entityOf = new Map(entities.map((entity) => [entity.id, entity]));
  const needs = levels.flatMap((level): Extract<Need, { kind: "level" }>[] => {
    const entity = entityOf.get(level.entityId);
    const next = scorecards
      .find((scorecard) => scorecard.identifier === level.scorecard)
      ?.levels.find((other) => other.rank === level.rank + 1);
    if (entity === undefined || next === undefined) return [];
    const id = `level ${level.scorecard} ${entity.id}`;
    return [{ kind: "level", id, entity, level, nextName: next.name, href: entityHref(org, entity) }];
  });
  return needs.sort(
    (one, other) => one.level.rank - other.level.rank || one.entity.title.localeCompare(other.entity.title),
  );
}

import type { RunSummary } from "#lib/actions/runs/schema.ts";
import type { ImportSummary } from "#lib/ingestion/imports/schema.ts";
import type { listLatestDeployments } from "#lib/metrics/deployments/list-latest-deployments.ts";
import type { LevelChange } from "#lib/scorecards/results/list-level-changes.ts";

export type LatestDeployment = Awaited<ReturnType<typeof listLatestDeployments.call>>["deployments"][number];

export const changeKinds = ["deploys", "levels", "imports", "runs"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Something that happened, whoever did it. */
export type Change =
  | { kind: "deploys"; at: string; id: string; deployment: LatestDeployment }
  | { kind: "levels"; at: string; id: string; change: LevelChange }
  | { kind: "imports"; at: string; id: string; summary: ImportSummary }
  | { kind: "runs"; at: string; id: string; run: RunSummary };

type Sources = {
  deployments: LatestDeployment[];
  levelChanges: LevelChange[];
  imports: ImportSummary[];
  runs: RunSummary[];
};

/** What happened, newest first. A run counts when it has ended: before, it stands under Runs. */
export function collectChanges({ deployments, levelChanges, imports, runs }: Sources): Change[] {
  const changes: Change[] = [
    ...deployments.map(
      (deployment): Change => ({
        kind: "deploys",
        at: deployment.finishedAt,
        id: `deployment ${deployment.id}`,
        deployment,
      }),
    ),
    // A first score is no news of its own: it comes with the import that brought the entity.
    ...levelChanges.flatMap((change): Change[] =>
      change.from === null ? [] : [{ kind: "levels", at: change.at, id: `level ${change.id}`, change }],
    ),
    ...imports.map(
      (summary): Change => ({ kind: "imports", at: summary.finishedAt, id: `import ${summary.importId}`, summary }),
    ),
    ...runs.flatMap((run): Change[] =>
      run.finishedAt === null ? [] : [{ kind: "runs", at: run.finishedAt, id: `run ${run.id}`, run }],
    ),
  ];
  return changes.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

import type { RunSummary } from "#lib/actions/runs/schema.ts";
import type { ImportSummary } from "#lib/ingestion/imports/schema.ts";
import type { listLatestDeployments } from "#lib/metrics/deployments/list-latest-deployments.ts";

export type LatestDeployment = Awaited<ReturnType<typeof listLatestDeployments.call>>["deployments"][number];

export const changeKinds = ["deploys", "imports", "runs"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Something that happened, whoever did it. */
export type Change =
  | { kind: "deploys"; at: string; id: string; deployment: LatestDeployment }
  | { kind: "imports"; at: string; id: string; summary: ImportSummary }
  | { kind: "runs"; at: string; id: string; run: RunSummary };

type Sources = { deployments: LatestDeployment[]; imports: ImportSummary[]; runs: RunSummary[] };

/** What happened, newest first. A run counts when it has ended: before, it stands under Runs. */
export function collectChanges({ deployments, imports, runs }: Sources): Change[] {
  const changes: Change[] = [
    ...deployments.map(
      (deployment): Change => ({
        kind: "deploys",
        at: deployment.finishedAt,
        id: `deployment ${deployment.id}`,
        deployment,
      }),
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

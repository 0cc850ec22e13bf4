import { listActions } from "#lib/actions/actions/list-actions.ts";
import { listRuns } from "#lib/actions/runs/list-runs.ts";
import { getMine } from "#lib/catalog/mine/get-mine.ts";
import { getFirstSteps } from "#lib/identity/first-steps/get-first-steps.ts";
import { listImports } from "#lib/ingestion/imports/list-imports.ts";
import type { Context } from "#lib/kernel/context.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { listLatestDeployments } from "#lib/metrics/deployments/list-latest-deployments.ts";
import { listEntityLevels } from "#lib/scorecards/results/list-entity-levels.ts";
import { listFailures } from "#lib/scorecards/results/list-failures.ts";
import { listLevelChanges } from "#lib/scorecards/results/list-level-changes.ts";

/** Everything the home page shows, in one read. Deployments and levels are those of what the reader's teams own, or of everything for who has nothing. */
export async function readHome(ctx: Context) {
  return readTransaction(ctx, async (tx) => {
    const mine = await getMine.call(ctx, {}, tx);
    const entityIds = mine.entities.map((entity) => entity.id);
    const [firstSteps, levels, failures, levelChanges, runs, actions, imports, deployments] = await Promise.all([
      getFirstSteps.call(ctx, {}, tx),
      entityIds.length === 0 ? { levels: [] } : listEntityLevels.call(ctx, { entityIds }, tx),
      entityIds.length === 0 ? { failures: [] } : listFailures.call(ctx, { entityIds, limit: 100 }, tx),
      listLevelChanges.call(ctx, { limit: 20, ...(entityIds.length === 0 ? {} : { entityIds }) }, tx),
      listRuns.call(ctx, { limit: 50 }, tx),
      listActions.call(ctx, {}, tx),
      listImports.call(ctx, { limit: 5 }, tx),
      listLatestDeployments.call(ctx, { limit: 12, ...(entityIds.length === 0 ? {} : { entityIds }) }, tx),
    ]);
    return {
      firstSteps,
      mine,
      levels: levels.levels,
      failures: failures.failures,
      levelChanges: levelChanges.changes,
      runs: runs.runs,
      actions: actions.actions,
      imports: imports.items,
      deployments: deployments.deployments,
    };
  });
}

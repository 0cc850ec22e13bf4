import { listActions } from "#lib/actions/actions/list-actions.ts";
import { listRuns } from "#lib/actions/runs/list-runs.ts";
import { getMine } from "#lib/catalog/mine/get-mine.ts";
import { getFirstSteps } from "#lib/identity/first-steps/get-first-steps.ts";
import { listImports } from "#lib/ingestion/imports/list-imports.ts";
import type { Context } from "#lib/kernel/context.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { listLatestDeployments } from "#lib/metrics/deployments/list-latest-deployments.ts";
import { listStandings } from "#lib/scorecards/results/list-standings.ts";

/**
 * Everything the home page shows, in one read of at most eight statements. Deployments and levels are those of what the reader's teams
 * own, or of everything for who has nothing.
 */
export async function readHome(ctx: Context) {
  return readTransaction(ctx, async (tx) => {
    const mine = await getMine.call(ctx, {}, tx);
    const entityIds = mine.entities.map((entity) => entity.id);
    const ofMine = entityIds.length === 0 ? {} : { entityIds };
    const [firstSteps, standings, runs, actions, imports, deployments] = await Promise.all([
      getFirstSteps.call(ctx, {}, tx),
      listStandings.call(ctx, ofMine, tx),
      listRuns.call(ctx, { limit: 50 }, tx),
      listActions.call(ctx, {}, tx),
      listImports.call(ctx, { limit: 5 }, tx),
      listLatestDeployments.call(ctx, { limit: 12, ...ofMine }, tx),
    ]);
    return {
      firstSteps,
      mine,
      levels: standings.levels,
      failures: standings.failures,
      levelChanges: standings.changes,
      runs: runs.runs,
      actions: actions.actions,
      imports: imports.items,
      deployments: deployments.deployments,
    };
  });
}

import { getActivity } from "#lib/actions/activity/get-activity.ts";
import { getMine } from "#lib/catalog/mine/get-mine.ts";
import { getFirstSteps } from "#lib/identity/first-steps/get-first-steps.ts";
import { listImports } from "#lib/ingestion/imports/list-imports.ts";
import type { Context } from "#lib/kernel/context.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { listLatestDeployments } from "#lib/metrics/deployments/list-latest-deployments.ts";
import { listNotifications } from "#lib/notifications/notifications/list-notifications.ts";
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
    const [firstSteps, standings, activity, notifications, imports, deployments] = await Promise.all([
      getFirstSteps.call(ctx, {}, tx),
      listStandings.call(ctx, ofMine, tx),
      getActivity.call(ctx, {}, tx),
      listNotifications.call(ctx, { show: "waiting", limit: 20 }, tx),
      listImports.call(ctx, { limit: 5 }, tx),
      listLatestDeployments.call(ctx, { limit: 12, ...ofMine }, tx),
    ]);
    return {
      firstSteps,
      mine,
      levels: standings.levels,
      failures: standings.failures,
      levelChanges: standings.changes,
      ...activity,
      notifications: notifications.items,
      imports: imports.items,
      deployments: deployments.deployments,
    };
  });
}

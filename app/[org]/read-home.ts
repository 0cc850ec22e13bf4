import { listActions } from "#lib/actions/actions/list-actions.ts";
import { listRuns } from "#lib/actions/runs/list-runs.ts";
import { listBlueprints } from "#lib/catalog/blueprints/list-blueprints.ts";
import { getMine } from "#lib/catalog/mine/get-mine.ts";
import { listImports } from "#lib/ingestion/imports/list-imports.ts";
import type { Context } from "#lib/kernel/context.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { listDeliveryRows } from "#lib/metrics/delivery/list-delivery-rows.ts";
import { listEntityLevels } from "#lib/scorecards/results/list-entity-levels.ts";
import { listScorecards } from "#lib/scorecards/scorecards/list-scorecards.ts";

/** Everything the home page shows, in one read. Deployments are those of the reader's first team, or of everybody for who has none. */
export async function readHome(ctx: Context) {
  return readTransaction(ctx, async (tx) => {
    const mine = await getMine.call(ctx, {}, tx);
    const team = mine.teams.find((candidate) => candidate.blueprint === "group" && !candidate.isDangling);
    const entityIds = mine.entities.map((entity) => entity.id);
    const [blueprints, levels, scorecards, runs, actions, imports, deployments] = await Promise.all([
      listBlueprints.call(ctx, {}, tx),
      entityIds.length === 0 ? { levels: [] } : listEntityLevels.call(ctx, { entityIds }, tx),
      listScorecards.call(ctx, {}, tx),
      listRuns.call(ctx, { pageSize: 50 }, tx),
      listActions.call(ctx, {}, tx),
      listImports.call(ctx, { limit: 5 }, tx),
      listDeliveryRows.call(
        ctx,
        {
          range: "30d",
          metric: "deployment-frequency",
          pageSize: 12,
          ...(team === undefined ? {} : { team: team.identifier }),
        },
        tx,
      ),
    ]);
    return {
      isEmpty: blueprints.items.every((blueprint) => blueprint.entityCount === 0),
      mine,
      team,
      levels: levels.levels,
      scorecards: scorecards.scorecards,
      runs: runs.runs,
      actions: actions.actions,
      imports: imports.items,
      deployments: deployments.rows,
    };
  });
}

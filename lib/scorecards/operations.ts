import { explainQuery } from "#lib/scorecards/queries/explain-query.ts";
import { listEntityLevels } from "#lib/scorecards/results/list-entity-levels.ts";
import { listEntityScores } from "#lib/scorecards/results/list-entity-scores.ts";
import { listFailures } from "#lib/scorecards/results/list-failures.ts";
import { listLevelChanges } from "#lib/scorecards/results/list-level-changes.ts";
import { listStandings } from "#lib/scorecards/results/list-standings.ts";
import { createScorecard } from "#lib/scorecards/scorecards/create-scorecard.ts";
import { deleteScorecard } from "#lib/scorecards/scorecards/delete-scorecard.ts";
import { getScorecard } from "#lib/scorecards/scorecards/get-scorecard.ts";
import { listScorecards } from "#lib/scorecards/scorecards/list-scorecards.ts";
import { updateScorecard } from "#lib/scorecards/scorecards/update-scorecard.ts";

export const scorecardsOperations = [
  explainQuery,
  listScorecards,
  getScorecard,
  listEntityScores,
  listEntityLevels,
  listFailures,
  listLevelChanges,
  listStandings,
  createScorecard,
  updateScorecard,
  deleteScorecard,
];

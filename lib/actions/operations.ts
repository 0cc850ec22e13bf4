import { getAction } from "#lib/actions/actions/get-action.ts";
import { listActions } from "#lib/actions/actions/list-actions.ts";
import { getActivity } from "#lib/actions/activity/get-activity.ts";
import { getRepository } from "#lib/actions/repositories/get-repository.ts";
import { listRepositories } from "#lib/actions/repositories/list-repositories.ts";
import { cancelRun } from "#lib/actions/runs/cancel-run.ts";
import { getRun } from "#lib/actions/runs/get-run.ts";
import { listRunLog } from "#lib/actions/runs/list-run-log.ts";
import { listRuns } from "#lib/actions/runs/list-runs.ts";
import { previewRun } from "#lib/actions/runs/preview-run.ts";
import { startRun } from "#lib/actions/runs/start-run.ts";

export const actionsOperations = [
  listActions,
  getAction,
  previewRun,
  startRun,
  listRuns,
  getRun,
  listRunLog,
  cancelRun,
  listRepositories,
  getRepository,
  getActivity,
];

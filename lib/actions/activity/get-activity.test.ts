import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { listActions } from "#lib/actions/actions/list-actions.ts";
import { getActivity } from "#lib/actions/activity/get-activity.ts";
import { listRuns } from "#lib/actions/runs/list-runs.ts";
import { startRun } from "#lib/actions/runs/start-run.ts";
import { addTestTeam, serviceInputs, useTestDataDirectory } from "#lib/actions/testing.ts";

let org: TestOrg;
beforeAll(async () => {
  useTestDataDirectory();
  await testDatabase();
  org = await testOrg();
  await addTestTeam(org);
});
afterAll(closeTestDatabase);

test("actions and runs are those of the lists, newest first, and of this organization alone", async () => {
  for (const name of ["one", "two"])
    await startRun.call(org.as("member"), { identifier: "create-service", inputs: serviceInputs({ name }) });
  const ctx = org.as("viewer");
  const { actions, runs } = await getActivity.call(ctx, {});
  expect(actions).toEqual((await listActions.call(ctx, {})).actions);
  expect(runs).toEqual((await listRuns.call(ctx, {})).runs);
  expect(runs.map((run) => run.number)).toEqual([2, 1]);
  const other = await testOrg();
  expect((await getActivity.call(other.as("admin"), {})).runs).toEqual([]);
});

import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { getAction } from "#lib/actions/actions/get-action.ts";
import { listActions } from "#lib/actions/actions/list-actions.ts";
import { getRepository } from "#lib/actions/repositories/get-repository.ts";
import { listRepositories } from "#lib/actions/repositories/list-repositories.ts";
import { repositoriesPath } from "#lib/actions/repositories/repository-path.ts";
import { previewRun } from "#lib/actions/runs/preview-run.ts";
import { startRun } from "#lib/actions/runs/start-run.ts";
import { addTestTeam, serviceInputs, useTestDataDirectory, workOn } from "#lib/actions/testing.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  useTestDataDirectory();
  database = await testDatabase();
  org = await testOrg();
  await addTestTeam(org);
});
afterAll(closeTestDatabase);

test("a new organization has the shipped action with its form", async () => {
  const { actions } = await listActions.call(org.as("viewer"), {});
  expect(actions.map((action) => action.identifier)).toEqual(["create-service"]);
  const action = await getAction.call(org.as("viewer"), { identifier: "create-service" });
  expect(action.steps.map((step) => step.title)).toEqual([
    "Check policies",
    "Render template",
    "Create repository",
    "Commit and push",
    "Register in catalog",
  ]);
  await expect(getAction.call(org.as("viewer"), { identifier: "nothing" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a preview shows the files and the policies and changes nothing", async () => {
  const counts = () =>
    database.owner`select (select count(*) from runs) as runs, (select count(*) from repositories) as repositories, (select count(*) from audit_entries) as audited`;
  const before = await counts();
  const preview = await previewRun.call(org.as("viewer"), { identifier: "create-service", inputs: serviceInputs() });
  expect(preview.isReady).toBe(true);
  expect(preview.files?.map((file) => file.path)).toContain("deploy/payout-scheduler.yaml");
  expect(preview.files?.filter((file) => file.isPolicy)).toHaveLength(4);
  expect(preview.policies.map((policy) => policy.verdict)).toEqual(["passed", "passed"]);
  expect(await counts()).toEqual(before);
  expect(existsSync(repositoriesPath(org.id))).toBe(false);
});

test("a preview of a form that is not finished says what is missing", async () => {
  const preview = await previewRun.call(org.as("viewer"), {
    identifier: "create-service",
    inputs: JSON.stringify({ name: "x y", owner: "group:gone" }),
  });
  expect(preview.isReady).toBe(false);
  expect(preview.files).toBeNull();
  expect(preview.problems.map((problem) => problem.path)).toEqual(["title", "description", "name"]);
  expect(preview.policies.map((policy) => [policy.identifier, policy.verdict])).toEqual([
    ["name", "passed"],
    ["owner", "failed"],
  ]);
  const unreadable = previewRun.call(org.as("viewer"), { identifier: "create-service", inputs: "{" });
  await expect(unreadable).rejects.toMatchObject({ code: "invalid" });
});

test("after the run its name is taken, and its repository can be looked at", async () => {
  const { id } = await startRun.call(org.as("member"), {
    identifier: "create-service",
    inputs: serviceInputs({ template: "static-docs", port: undefined }),
  });
  await workOn(org, id);
  const preview = await previewRun.call(org.as("viewer"), { identifier: "create-service", inputs: serviceInputs() });
  expect(preview.policies[0]).toMatchObject({ identifier: "name", verdict: "failed" });
  const { repositories } = await listRepositories.call(org.as("viewer"), {});
  expect(repositories).toMatchObject([
    { name: "payout-scheduler", runNumber: 1, entity: { identifier: "payout-scheduler" } },
  ]);
  const repository = await getRepository.call(org.as("viewer"), { name: "payout-scheduler" });
  expect(repository.files.map((file) => file.path)).toContain("docs/how-to/first-steps.md");
  expect(repository.commits[0]?.subject).toBe("Create payout-scheduler from template static-docs");
  const other = await testOrg();
  await expect(getRepository.call(other.as("admin"), { name: "payout-scheduler" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(getRepository.call(org.as("viewer"), { name: "../x" })).rejects.toMatchObject({ code: "not_found" });
});

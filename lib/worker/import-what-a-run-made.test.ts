import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { repositoryPath } from "#lib/actions/repositories/repository-path.ts";
import { runGit } from "#lib/actions/repositories/run-git.ts";
import { startRun } from "#lib/actions/runs/start-run.ts";
import { addTestTeam, serviceInputs, useTestDataDirectory, workOn } from "#lib/actions/testing.ts";
import { importCatalog } from "#lib/ingestion/imports/import-catalog.ts";

let database: TestDatabase;
beforeAll(async () => {
  useTestDataDirectory();
  database = await testDatabase();
});
afterAll(closeTestDatabase);

test("importing the repository that a run made finds nothing changed", async () => {
  const org = await testOrg();
  await addTestTeam(org);
  const inputs = serviceInputs({
    title: "Payouts: \"fast\" & 'safe' #1",
    description: "Sends money out: on time, every time. # not a comment",
    system: "system:money",
    dataClass: "regulated",
    region: "eu-central",
    dataSteward: "user:ines",
  });
  const { id } = await startRun.call(org.as("member"), { identifier: "create-service", inputs });
  await workOn(org, id);
  const content = await runGit(["cat-file", "blob", "main:catalog-info.yaml"], {
    cwd: repositoryPath(org.id, "payout-scheduler"),
  });
  const result = await importCatalog.call(org.as("member"), {
    source: { kind: "files", files: [{ path: "catalog-info.yaml", content }] },
  });
  expect(result).toMatchObject({ created: 0, changed: 0, unchanged: 1, refused: 0 });
  const [entity] =
    await database.owner`select version from entities where org_id = ${org.id} and identifier = 'payout-scheduler'`;
  expect(entity?.["version"]).toBe(1);
});

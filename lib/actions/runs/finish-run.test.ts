import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { finishRun } from "#lib/actions/runs/finish-run.ts";
import { getRun } from "#lib/actions/runs/get-run.ts";
import { startRun } from "#lib/actions/runs/start-run.ts";
import { describeService } from "#lib/actions/services/describe-service.ts";
import { registerService } from "#lib/actions/services/register-service.ts";
import { ServiceInputs } from "#lib/actions/services/schema.ts";
import { addTestTeam, serviceInputs, useTestDataDirectory } from "#lib/actions/testing.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  useTestDataDirectory();
  database = await testDatabase();
  org = await testOrg();
  await addTestTeam(org);
});
afterAll(closeTestDatabase);

const auditedAs = (subjectId: string, operation: string) => database.owner`
  select after from audit_entries where org_id = ${org.id} and subject_id = ${subjectId} and operation = ${operation}`;

test("a run ends once, with an audit entry", async () => {
  const { id, number } = await startRun.call(org.as("member"), {
    identifier: "create-service",
    inputs: serviceInputs(),
  });
  const ending = { runId: id, status: "failed", error: "The disk is full." } as const;
  await expect(finishRun.call(org.as("viewer"), ending)).rejects.toMatchObject({ code: "forbidden" });
  const other = await testOrg();
  await expect(finishRun.call(other.as("admin"), ending)).rejects.toMatchObject({ code: "conflict" });
  const bad = { ...ending, runId: "1" };
  await expect(finishRun.call(org.as("admin"), bad)).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "runId" }],
  });
  await finishRun.call(org.as("admin"), ending);
  await expect(finishRun.call(org.as("admin"), { ...ending, status: "succeeded", error: null })).rejects.toMatchObject({
    code: "conflict",
  });
  const run = await getRun.call(org.as("viewer"), { number });
  expect([run.status, run.error]).toEqual(["failed", "The disk is full."]);
  const audited = await auditedAs(id, "run.finish");
  expect(audited.map((row) => row["after"])).toEqual([{ status: "failed", attempt: 0, error: "The disk is full." }]);
});

test("a service is registered once, with an audit entry, and never over another entity", async () => {
  const inputs = ServiceInputs.parse(serviceInputs({ name: "ledger-writer" }));
  const { entity } = describeService(inputs, {
    runNumber: 7,
    repositoryUrl: "https://portal.example/repositories/ledger-writer",
  });
  const registration = { runNumber: 7, actionTitle: "Create a service", commit: "abc", entity };
  await expect(registerService.call(org.as("viewer"), registration)).rejects.toMatchObject({ code: "forbidden" });
  const bad = { ...registration, entity: { ...entity, identifier: "" } };
  await expect(registerService.call(org.as("member"), bad)).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "entity.identifier" }],
  });
  const { entityId } = await registerService.call(org.as("member"), registration);
  const audited = await auditedAs(entityId, "service.register");
  expect(audited.map((row) => row["after"])).toMatchObject([{ run: 7, commit: "abc", owner: "group:payments" }]);
  await expect(registerService.call(org.as("member"), registration)).rejects.toMatchObject({ code: "conflict" });
  const other = await testOrg();
  const seen = await database.owner`select 1 from entities where org_id = ${other.id} and identifier = 'ledger-writer'`;
  expect(seen).toHaveLength(0);
});

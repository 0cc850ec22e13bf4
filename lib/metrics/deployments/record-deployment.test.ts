import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { importEntities } from "#lib/catalog/entities/imports/import-entities.ts";
import { isBotName } from "#lib/metrics/deployments/is-bot-name.ts";
import { listDeployments } from "#lib/metrics/deployments/list-deployments.ts";
import { listLatestDeployments } from "#lib/metrics/deployments/list-latest-deployments.ts";
import { recordDeployment } from "#lib/metrics/deployments/record-deployment.ts";
import { recordDeployments } from "#lib/metrics/deployments/record-deployments.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const yesterday = new Date(Date.now() - 86_400_000).toISOString();
const deployed = {
  source: "github",
  sourceId: "run-7",
  service: "checkout",
  status: "succeeded",
  finishedAt: yesterday,
} as const;

async function importService(org: TestOrg, identifier: string): Promise<string> {
  await importEntities.call(org.as("member"), {
    source: { name: "test", location: "test" },
    entities: [
      {
        blueprint: "component",
        identifier,
        title: identifier,
        description: null,
        ownerRef: null,
        lifecycle: null,
        type: "service",
        tags: [],
        labels: {},
        annotations: {},
        links: [],
        properties: {},
        relations: [],
        origin: null,
      },
    ],
  });
  const [row] = await database.owner`select id from entities where org_id = ${org.id} and identifier = ${identifier}`;
  return String(row?.id);
}

test("a deployment is kept with its changes, audited, announced, and joined to its service", async () => {
  const org = await testOrg();
  const entityId = await importService(org, "checkout");
  const answer = await recordDeployment.call(org.as("member"), {
    ...deployed,
    environment: "prod",
    changes: [
      { sourceId: "12", title: "Retry on timeout", author: "dependabot[bot]" },
      { sourceId: "13", title: "Faster", author: "Ada" },
    ],
  });
  expect(answer).toMatchObject({ serviceRef: "component:checkout", entityId, remarks: [] });
  const [stored] =
    await database.owner`select environment, (select array_agg(is_bot order by source_id) from deployed_changes) as bots from deployments where org_id = ${org.id}`;
  expect(stored).toMatchObject({ environment: "production", bots: [true, false] });
  expect(
    await database.owner`select 1 from audit_entries where org_id = ${org.id} and operation = 'deployment.record'`,
  ).toHaveLength(1);
  expect(
    await database.owner`select 1 from outbox_events where org_id = ${org.id} and topic = 'deployment.recorded'`,
  ).toHaveLength(1);
  const history = await listDeployments.call(org.as("viewer"), { entityId });
  expect(history).toMatchObject({ counted: 1, failed: 0, deployments: [{ title: "Faster", changeCount: 2 }] });
  expect(history.days).toHaveLength(90);
  const { deployments } = await listLatestDeployments.call(org.as("viewer"), { entityIds: [entityId] });
  expect(deployments).toMatchObject([{ entityId, entityIdentifier: "checkout", title: "Faster", changeCount: 2 }]);
});

test("a redelivery adds nothing and is answered the same; a second attempt is another deployment", async () => {
  const org = await testOrg();
  const first = await recordDeployment.call(org.as("member"), deployed);
  expect(await recordDeployment.call(org.as("member"), { ...deployed, status: "failed" })).toEqual(first);
  const again = await recordDeployment.call(org.as("member"), { ...deployed, attempt: 2 });
  expect(again.id).not.toBe(first.id);
  const stored = await database.owner`select status from deployments where org_id = ${org.id}`;
  expect(stored.map((row) => row.status)).toEqual(["succeeded", "succeeded"]);
  expect(
    await database.owner`select 1 from outbox_events where org_id = ${org.id} and topic = 'deployment.recorded'`,
  ).toHaveLength(2);
});

test("a service the catalog does not know is said so, and joined up when it arrives", async () => {
  const org = await testOrg();
  const answer = await recordDeployment.call(org.as("member"), deployed);
  expect(answer.entityId).toBeNull();
  expect(answer.remarks[0]).toContain("component:checkout");
  const entityId = await importService(org, "checkout");
  expect((await listDeployments.call(org.as("viewer"), { entityId })).counted).toBe(1);
});

test("many at once: each counted once, unknown services named, one audit entry", async () => {
  const org = await testOrg();
  const deployments = [
    deployed,
    deployed,
    { ...deployed, sourceId: "run-8", fixes: { source: "github", sourceId: "run-7" } },
  ];
  expect(await recordDeployments.call(org.as("member"), { deployments })).toEqual({
    added: 2,
    known: 1,
    unknownServices: ["component:checkout"],
  });
  expect(await recordDeployments.call(org.as("member"), { deployments })).toMatchObject({ added: 0, known: 3 });
  expect(
    await database.owner`select 1 from deployments where org_id = ${org.id} and fixes_deployment_id is not null`,
  ).toHaveLength(1);
  expect(
    await database.owner`select 1 from audit_entries where org_id = ${org.id} and operation = 'deployment.record-many'`,
  ).toHaveLength(2);
});

test("a repair of something unknown is refused whole, with its place", async () => {
  const org = await testOrg();
  const deployments = [deployed, { ...deployed, sourceId: "run-8", fixes: { source: "github", sourceId: "run-1" } }];
  await expect(recordDeployments.call(org.as("member"), { deployments })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "deployments.1.fixes" }],
  });
  expect(await database.owner`select 1 from deployments where org_id = ${org.id}`).toHaveLength(0);
});

test("a viewer is refused; another organization sees nothing", async () => {
  const [org, other] = [await testOrg(), await testOrg()];
  await expect(recordDeployment.call(org.as("viewer"), deployed)).rejects.toMatchObject({ code: "forbidden" });
  await expect(recordDeployments.call(org.as("viewer"), { deployments: [deployed] })).rejects.toMatchObject({
    code: "forbidden",
  });
  const entityId = await importService(org, "checkout");
  await recordDeployment.call(org.as("member"), deployed);
  expect((await listDeployments.call(other.as("viewer"), { entityId })).counted).toBe(0);
  expect((await listLatestDeployments.call(other.as("viewer"), {})).deployments).toEqual([]);
});

test.each([
  ["finishedAt", { finishedAt: "2026-03-24 10:00" }],
  ["finishedAt", { finishedAt: new Date(Date.now() + 86_400_000).toISOString() }],
  ["finishedAt", { finishedAt: "1970-01-01T00:00:00Z" }],
  ["startedAt", { startedAt: new Date().toISOString() }],
  ["service", { service: "" }],
  ["fixes", { fixes: { source: "github", sourceId: "run-7" } }],
  ["changes.0.firstCommitAt", { changes: [{ sourceId: "1", title: "x", firstCommitAt: "soon" }] }],
  ["status", { status: "ok" }],
])("input that cannot be used names its field: %s", async (path, wrong) => {
  const org = await testOrg();
  const failed = recordDeployment.call(org.as("member"), { ...deployed, ...wrong } as never);
  await expect(failed).rejects.toMatchObject({ code: "invalid", fields: [{ path }] });
});

test("accounts of machines are told by a word of their name", () => {
  expect(["test-bot", "[bot]", "my bot", "renovate[bot]"].filter((name) => !isBotName(name))).toEqual([]);
  expect(["robotics", "botany", "about", "bots"].filter(isBotName)).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { recordDeployment } from "#lib/metrics/deployments/record-deployment.ts";
import { recordIncident } from "#lib/metrics/incidents/record-incident.ts";
import { recordIncidents } from "#lib/metrics/incidents/record-incidents.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const incident = {
  source: "pager",
  sourceId: "INC-1",
  title: "Checkout is slow",
  service: "checkout",
  startedAt: hoursAgo(5),
};
const cause = { source: "ci", sourceId: "run-7" };

test("an incident is recorded, takes its end and cause later, and keeps them when they are not said again", async () => {
  const org = await testOrg();
  const ctx = org.as("member");
  await recordDeployment.call(ctx, { ...cause, service: "checkout", status: "succeeded", finishedAt: hoursAgo(6) });
  const first = await recordIncident.call(ctx, incident);
  const second = await recordIncident.call(ctx, { ...incident, resolvedAt: hoursAgo(3), causedBy: cause });
  expect(second.id).toBe(first.id);
  await recordIncident.call(ctx, incident);
  const [stored] =
    await database.owner`select resolved_at, caused_by_deployment_id from incidents where org_id = ${org.id}`;
  expect(stored?.resolved_at).not.toBeNull();
  expect(stored?.caused_by_deployment_id).not.toBeNull();
  expect(
    await database.owner`select 1 from audit_entries where org_id = ${org.id} and operation = 'incident.record'`,
  ).toHaveLength(3);
  // The third said nothing new.
  expect(
    await database.owner`select 1 from outbox_events where org_id = ${org.id} and topic = 'incident.recorded'`,
  ).toHaveLength(2);
});

test("many at once are one audit entry", async () => {
  const org = await testOrg();
  const incidents = [incident, { ...incident, sourceId: "INC-2" }];
  expect(await recordIncidents.call(org.as("member"), { incidents })).toEqual({
    changed: 2,
    known: 0,
    unknownServices: ["component:checkout"],
  });
  expect(
    await database.owner`select 1 from audit_entries where org_id = ${org.id} and operation = 'incident.record-many'`,
  ).toHaveLength(1);
});

test("a viewer is refused, and another organization's deployment cannot be a cause", async () => {
  const [org, other] = [await testOrg(), await testOrg()];
  await expect(recordIncident.call(org.as("viewer"), incident)).rejects.toMatchObject({ code: "forbidden" });
  await expect(recordIncidents.call(org.as("viewer"), { incidents: [incident] })).rejects.toMatchObject({
    code: "forbidden",
  });
  await recordDeployment.call(org.as("member"), {
    ...cause,
    service: "checkout",
    status: "succeeded",
    finishedAt: hoursAgo(6),
  });
  const failed = recordIncident.call(other.as("member"), { ...incident, causedBy: cause });
  await expect(failed).rejects.toMatchObject({ code: "invalid", fields: [{ path: "causedBy" }] });
});

test("input that cannot be used names its field", async () => {
  const org = await testOrg();
  const failed = (wrong: object) =>
    expect(recordIncident.call(org.as("member"), { ...incident, ...wrong } as never)).rejects;
  await failed({ resolvedAt: hoursAgo(9) }).toMatchObject({ fields: [{ path: "resolvedAt" }] });
  await failed({ severity: "awful" }).toMatchObject({ fields: [{ path: "severity" }] });
  await failed({ service: "a:b:c" }).toMatchObject({ fields: [{ path: "service" }] });
});

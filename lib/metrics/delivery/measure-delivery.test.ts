import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { importEntities } from "#lib/catalog/entities/imports/import-entities.ts";
import type { MetricId } from "#lib/metrics/delivery/definitions.ts";
import { listDeliveryRows } from "#lib/metrics/delivery/list-delivery-rows.ts";
import { measureDelivery } from "#lib/metrics/delivery/measure-delivery.ts";
import { recordDeployments } from "#lib/metrics/deployments/record-deployments.ts";
import { recordIncidents } from "#lib/metrics/incidents/record-incidents.ts";

// Two weeks in Berlin with the change to summer time in them: 13 days and 23 hours, 14 calendar days.
const window = { from: "2026-03-23", to: "2026-04-06" } as const;

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  await importEntities.call(org.as("member"), {
    source: { name: "test", location: "test" },
    entities: [...twoServices()],
  });
  await recordDeployments.call(org.as("member"), { deployments: fixtureDeployments() });
  await recordIncidents.call(org.as("member"), { incidents: fixtureIncidents() });
});
afterAll(closeTestDatabase);

function twoServices() {
  const blank = {
    description: null,
    lifecycle: null,
    type: null,
    tags: [],
    labels: {},
    annotations: {},
    links: [],
    properties: {},
    relations: [],
    origin: null,
  };
  return [
    ...["shop", "money"].map((identifier) => ({
      ...blank,
      blueprint: "group",
      identifier,
      title: identifier,
      ownerRef: null,
    })),
    { ...blank, blueprint: "component", identifier: "checkout", title: "checkout", ownerRef: "group:shop" },
    { ...blank, blueprint: "component", identifier: "payments", title: "payments", ownerRef: "group:money" },
  ];
}

type Deployment = Parameters<typeof recordDeployments.call>[1]["deployments"][number];

function deployment(sourceId: string, service: string, finishedAt: string, more: Partial<Deployment> = {}): Deployment {
  return { source: "ci", sourceId, service, status: "succeeded", finishedAt: `${finishedAt}:00Z`, ...more };
}

function change(sourceId: string, firstCommitAt: string, author = "ada") {
  return { sourceId, title: `Change ${sourceId}`, author, firstCommitAt: `${firstCommitAt}:00Z` };
}

function fixtureDeployments(): Deployment[] {
  return [
    deployment("d1", "checkout", "2026-03-22T23:30", { changes: [change("c1", "2026-03-20T08:00")] }),
    deployment("d2", "checkout", "2026-03-24T10:00", { changes: [change("c2", "2026-03-23T09:00")] }),
    deployment("d2", "checkout", "2026-03-24T10:00", { changes: [change("c2", "2026-03-23T09:00")] }),
    deployment("d3", "payments", "2026-03-24T10:05", { changes: [change("c3", "2026-03-24T06:05")] }),
    deployment("d4", "checkout", "2026-03-25T09:00", { status: "failed" }),
    deployment("d5", "checkout", "2026-03-26T14:00", {
      changes: [change("c4", "2026-03-25T14:00"), change("c5", "2026-03-26T12:00", "renovate[bot]")],
    }),
    deployment("d6", "checkout", "2026-03-26T15:30", { fixes: { source: "ci", sourceId: "d5" }, isPlanned: false }),
    deployment("d7", "payments", "2026-03-29T00:30", { changes: [change("c7", "2026-03-29T02:00")] }),
    deployment("d8", "payments", "2026-03-29T01:30", { changes: [change("c8", "2026-03-28T15:30")] }),
    deployment("d9", "checkout", "2026-03-30T09:00", { environment: "staging" }),
    deployment("d10", "payments", "2026-04-01T12:00", { changes: [change("c9", "2026-03-30T12:00")] }),
    deployment("d11", "checkout", "2026-04-02T08:00", { changes: [change("c10", "2026-04-02T02:00")] }),
    deployment("d12", "checkout", "2026-04-05T22:30"),
  ];
}

function fixtureIncidents() {
  const incident = (sourceId: string, cause: string | null, startedAt: string, resolvedAt: string | null) => ({
    source: "pager",
    sourceId,
    title: sourceId,
    service: "checkout",
    startedAt: `${startedAt}:00Z`,
    ...(resolvedAt === null ? {} : { resolvedAt: `${resolvedAt}:00Z` }),
    ...(cause === null ? {} : { causedBy: { source: "ci", sourceId: cause } }),
  });
  return [
    incident("i1", "d5", "2026-03-26T14:10", "2026-03-26T15:45"),
    incident("i1b", "d5", "2026-03-26T14:20", "2026-03-26T15:40"),
    incident("i2", "d10", "2026-04-01T12:20", null),
    incident("i3", null, "2026-04-03T09:00", "2026-04-03T10:00"),
  ];
}

async function metric(id: MetricId, team?: string, of = org) {
  const report = await measureDelivery.call(of.as("viewer"), { ...window, ...(team === undefined ? {} : { team }) });
  const found = report.metrics.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`No ${id}`);
  return found;
}

test("deployments are counted in the organization's calendar, redeliveries, failures and other environments left out", async () => {
  const frequency = await metric("deployment-frequency");
  expect(frequency).toMatchObject({ value: 3, n: 9, notMeasurable: null });
  expect(frequency.weeks.map((week) => [week.week, week.n, week.value, week.isPartial])).toEqual([
    ["2026-03-23", 7, 4, false],
    ["2026-03-30", 2, 2, false],
  ]);
  expect(frequency.leftOut).toEqual(
    expect.arrayContaining([
      { reason: "deployment-failed", count: 1 },
      { reason: "other-environment", count: 1 },
    ]),
  );
  const rows = await listDeliveryRows.call(org.as("viewer"), { ...window, metric: "deployment-frequency" });
  expect(rows.rows.map((row) => row.title).sort()).toEqual(["d1", "d10", "d11", "d2", "d3", "d5", "d6", "d7", "d8"]);
});

test("lead time: median and percentiles of type 7, bots and negative spans left out with their reason", async () => {
  const lead = await metric("change-lead-time");
  expect(lead.n).toBe(7);
  expect(lead.value).toBeCloseTo(24);
  expect(lead.p75).toBeCloseTo(36.5);
  expect(lead.p90).toBeCloseTo(54.2);
  expect(lead.leftOut).toEqual(
    expect.arrayContaining([
      { reason: "negative-span", count: 1 },
      { reason: "bot", count: 1 },
    ]),
  );
});

test("failures are linked, not guessed from times, and shares come with their interval", async () => {
  const rate = await metric("change-fail-rate");
  expect(rate.n).toBe(9);
  expect(rate.value).toBeCloseTo(22.22, 2);
  expect(rate.interval?.lowPercent).toBeCloseTo(6.3, 1);
  expect(rate.interval?.highPercent).toBeCloseTo(54.7, 1);
  expect((await metric("deployment-rework-rate")).value).toBeCloseTo(11.11, 2);
});

test("recovery is measured from the deployment to its repair; what has not recovered is named", async () => {
  const recovery = await metric("failed-deployment-recovery");
  expect(recovery).toMatchObject({
    n: 1,
    value: 1.5,
    isLowSample: true,
    leftOut: [{ reason: "not-recovered", count: 1 }],
  });
  const rows = await listDeliveryRows.call(org.as("viewer"), {
    ...window,
    metric: "failed-deployment-recovery",
    verdict: "left-out",
  });
  expect(rows.rows).toMatchObject([{ title: "d10", reason: "not-recovered", hours: null }]);
});

test("the organization pools its teams' rows and does not average their shares", async () => {
  const [shop, money] = [await metric("change-fail-rate", "shop"), await metric("change-fail-rate", "money")];
  expect([shop.value, shop.n, money.value, money.n]).toEqual([20, 5, 25, 4]);
  const report = await measureDelivery.call(org.as("viewer"), window);
  expect(report.teams.map((team) => [team.team?.identifier, team.deployments, team.failures])).toEqual([
    ["shop", 5, 1],
    ["money", 4, 1],
  ]);
});

test("every number equals the rows behind it, week by week", async () => {
  const report = await measureDelivery.call(org.as("viewer"), window);
  for (const { id, weeks, leftOut } of report.metrics) {
    for (const week of weeks) {
      const rows = await listDeliveryRows.call(org.as("viewer"), { ...window, metric: id, week: week.week });
      expect([id, week.week, rows.counted, rows.rows.length]).toEqual([id, week.week, week.n, week.n]);
    }
    const all = await listDeliveryRows.call(org.as("viewer"), { ...window, metric: id, verdict: "left-out" });
    expect([id, new Map(all.leftOut.map((group) => [group.reason, group.count]))]).toEqual([
      id,
      new Map(leftOut.map((group) => [group.reason, group.count])),
    ]);
  }
});

test("without data a metric is not measurable and says why; it is never 0", async () => {
  const empty = await testOrg();
  const report = await measureDelivery.call(empty.as("viewer"), {});
  for (const result of report.metrics) {
    expect(result).toMatchObject({ value: null, n: 0, notMeasurable: { needs: "deployments" }, previous: null });
  }
  await recordDeployments.call(empty.as("member"), {
    deployments: [deployment("one", "checkout", "2026-03-24T10:00")],
  });
  expect((await metric("deployment-frequency", undefined, empty)).value).toBe(0.5);
  expect((await metric("change-lead-time", undefined, empty)).notMeasurable?.needs).toBe("changes");
  expect((await metric("change-fail-rate", undefined, empty)).notMeasurable?.needs).toBe("incidents");
  expect((await metric("deployment-rework-rate", undefined, empty)).notMeasurable?.needs).toBe("plannedness");
});

test("a change counts once, with the first deployment that brought it to production", async () => {
  const other = await testOrg();
  const changes = [change("c1", "2026-03-24T00:00")];
  await recordDeployments.call(other.as("member"), {
    deployments: [
      deployment("one", "a", "2026-03-24T10:00", { changes }),
      deployment("two", "a", "2026-03-25T10:00", { changes }),
    ],
  });
  const lead = await metric("change-lead-time", undefined, other);
  expect([lead.n, lead.value, lead.leftOut]).toEqual([1, 10, [{ reason: "earlier-deployment", count: 1 }]]);
});

test("another organization's events are not there, and a team that does not exist is not found", async () => {
  const other = await testOrg();
  expect((await listDeliveryRows.call(other.as("viewer"), { ...window, metric: "deployment-frequency" })).counted).toBe(
    0,
  );
  await expect(measureDelivery.call(other.as("viewer"), { team: "shop" })).rejects.toMatchObject({ code: "not_found" });
});

test("windows that cannot be used name their field", async () => {
  const wrong = measureDelivery.call(org.as("viewer"), { from: "2026-04-06", to: "2026-03-23" });
  await expect(wrong).rejects.toMatchObject({ code: "invalid", fields: [{ path: "to" }] });
  await expect(measureDelivery.call(org.as("viewer"), { from: "yesterday", to: "2026-03-23" })).rejects.toMatchObject({
    fields: [{ path: "from" }],
  });
});

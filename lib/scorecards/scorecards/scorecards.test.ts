import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import type { AppError } from "#lib/kernel/errors.ts";
import { listEntityLevels } from "#lib/scorecards/results/list-entity-levels.ts";
import { listEntityScores } from "#lib/scorecards/results/list-entity-scores.ts";
import { listFailures } from "#lib/scorecards/results/list-failures.ts";
import { listLevelChanges } from "#lib/scorecards/results/list-level-changes.ts";
import { createScorecard } from "#lib/scorecards/scorecards/create-scorecard.ts";
import { deleteScorecard } from "#lib/scorecards/scorecards/delete-scorecard.ts";
import { getScorecard } from "#lib/scorecards/scorecards/get-scorecard.ts";
import { listScorecards } from "#lib/scorecards/scorecards/list-scorecards.ts";
import { updateScorecard } from "#lib/scorecards/scorecards/update-scorecard.ts";
import { component, definition, importInto, ownedBy } from "#lib/scorecards/testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: AppError) => error,
  );
const rule = (identifier: string, level: string, query: string) => ({
  identifier,
  title: identifier,
  level,
  query,
  remedy: "Fix it.",
});
const audited = async (orgId: string) =>
  (
    await database.owner`select operation from audit_entries where org_id = ${orgId} and operation like 'scorecard.%' order by id`
  ).map((row) => row["operation"]);

test("a new organization has the shipped scorecard, and a created one is scored at once", async () => {
  const org = await testOrg();
  await importInto(org, [component("api", { type: "service" }), component("web")]);
  const created = await createScorecard.call(org.as("admin"), definition());
  expect(created).toMatchObject({ identifier: "readiness", version: 1 });
  const { scorecards } = await listScorecards.call(org.as("viewer"), {});
  expect(scorecards.map((one) => [one.identifier, one.total, one.ruleCount])).toEqual([
    ["ownership-and-docs", 2, 8],
    ["readiness", 2, 1],
  ]);
  expect(scorecards[1]?.counts).toEqual([
    { rank: 1, name: "Ready", count: 1 },
    { rank: 0, name: "None", count: 1 },
  ]);
  expect(await audited(org.id)).toEqual(["scorecard.create"]);
  const again = await refusal(createScorecard.call(org.as("admin"), definition()));
  expect([again?.code, again?.fields[0]?.path]).toEqual(["conflict", "identifier"]);
});

test("a query that cannot be read names its field, its line and its column; so does everything else that does not fit", async () => {
  const admin = (await testOrg()).as("admin");
  const fieldsOf = async (parts: Parameters<typeof definition>[0]) => {
    const error = await refusal(createScorecard.call(admin, definition(parts)));
    expect(error?.code).toBe("invalid");
    return Object.fromEntries((error?.fields ?? []).map((field) => [field.path, field.message]));
  };
  const good = rule("a", "Ready", "type exists");
  expect(
    (
      await fieldsOf({
        rules: [good, rule("b", "Ready", "tags exists"), rule("c", "Ready", "type exists and\n  nonsense = 1")],
      })
    )["rules.2.query"],
  ).toMatch(/^Line 2, column 3: /);
  expect((await fieldsOf({ filter: "type =" })).filter).toMatch(/^Line 1, column 7: /);
  expect(await fieldsOf({ rules: [{ ...good, level: "Gold" }] })).toHaveProperty("rules.0.level");
  expect(await fieldsOf({ rules: [good, good] })).toHaveProperty("rules.1.identifier");
  expect(await fieldsOf({ levels: ["Ready", "Gold"] })).toHaveProperty("levels.1");
  expect((await fieldsOf({ rules: [rule("a", "Ready", "owner = me.entity()")] }))["rules.0.query"]).toContain(
    "the same for everybody",
  );
});

test("a changed definition scores everything anew; a deleted scorecard is gone with its results; both are audited", async () => {
  const org = await testOrg();
  const [admin, viewer] = [org.as("admin"), org.as("viewer")];
  await importInto(org, [component("api", { type: "service", tags: ["go"] }), component("web", { type: "website" })]);
  await createScorecard.call(admin, definition());
  const changed = definition({
    title: "Readier",
    levels: ["Ready", "Steady"],
    rules: [rule("typed", "Ready", "type exists"), rule("tagged", "Steady", "tags exists")],
  });
  expect(await updateScorecard.call(admin, changed)).toMatchObject({ version: 2 });
  const scorecard = await getScorecard.call(viewer, { identifier: "readiness" });
  expect(scorecard.counts.map((level) => [level.name, level.count])).toEqual([
    ["Steady", 1],
    ["Ready", 1],
    ["None", 0],
  ]);
  expect(scorecard.rules.map((one) => [one.identifier, one.failing, one.total])).toEqual([
    ["tagged", 1, 2],
    ["typed", 0, 2],
  ]);
  await deleteScorecard.call(admin, { identifier: "readiness" });
  expect((await refusal(getScorecard.call(viewer, { identifier: "readiness" })))?.code).toBe("not_found");
  expect(await audited(org.id)).toEqual(["scorecard.create", "scorecard.update", "scorecard.delete"]);
  const [entry] =
    await database.owner`select before from audit_entries where org_id = ${org.id} and operation = 'scorecard.delete'`;
  expect(entry?.["before"]).toMatchObject({
    title: "Readier",
    levels: ["Ready", "Steady"],
    rules: [{ level: "Ready" }, { level: "Steady" }],
  });
});

test("only admins change scorecards, and another organization's do not exist", async () => {
  const [org, other] = [await testOrg(), await testOrg()];
  await importInto(org, [component("api")]);
  await createScorecard.call(org.as("admin"), definition());
  for (const role of ["viewer", "member"] as const) {
    for (const change of [
      () => createScorecard.call(org.as(role), definition({ identifier: "x" })),
      () => updateScorecard.call(org.as(role), definition()),
      () => deleteScorecard.call(org.as(role), { identifier: "readiness" }),
    ])
      expect((await refusal(change()))?.code).toBe("forbidden");
  }
  const stranger = other.as("admin");
  for (const attempt of [
    () => getScorecard.call(stranger, { identifier: "readiness" }),
    () => updateScorecard.call(stranger, definition()),
    () => deleteScorecard.call(stranger, { identifier: "readiness" }),
  ])
    expect((await refusal(attempt()))?.code).toBe("not_found");
  const [entity] = await database.owner`select id from entities where org_id = ${org.id}`;
  const entityId = String(entity?.["id"]);
  expect((await refusal(listEntityScores.call(stranger, { entityId })))?.code).toBe("not_found");
  expect((await listEntityLevels.call(stranger, { entityIds: [entityId] })).levels).toEqual([]);
  expect((await listScorecards.call(stranger, {})).scorecards.map((one) => one.total)).toEqual([0]);
});

test("a scorecard shows who is closest to the next level, what holds most back, and only the history that is known", async () => {
  const org = await testOrg();
  const full = { description: "Does what its name says, well.", lifecycle: "production" };
  await importInto(org, [
    component("payments", { blueprint: "group" }),
    component("a-bare"),
    component("b-near", ownedBy("payments", { lifecycle: "production" })),
    component("c-bronze", ownedBy("payments", full)),
    component("d-old", { lifecycle: "deprecated" }),
  ]);
  const scorecard = await getScorecard.call(org.as("viewer"), { identifier: "ownership-and-docs", limit: 2 });
  expect(scorecard.total).toBe(3);
  expect(scorecard.rows.map((row) => [row.identifier, row.level.name, row.next?.name, row.next?.missing])).toEqual([
    ["b-near", "None", "Bronze", 1],
    ["c-bronze", "Bronze", "Silver", 3],
  ]);
  expect(scorecard.rows[0]?.states).toMatchObject({ owner: "pass", description: "fail", lifecycle: "pass" });
  expect(scorecard.blocks.map((block) => [block.identifier, block.rank])).toEqual([
    ["c-bronze", 1],
    ["a-bare", 0],
    ["b-near", 0],
  ]);
  expect(scorecard.history.points).toHaveLength(12);
  expect(scorecard.history.points.map((point) => point.counts === null)).toEqual([...Array(11).fill(true), false]);
  expect(scorecard.history.points.at(-1)?.counts).toEqual(scorecard.counts);
  const next = await getScorecard.call(org.as("viewer"), {
    identifier: "ownership-and-docs",
    limit: 2,
    cursor: scorecard.nextCursor ?? "",
  });
  expect(next.rows.map((row) => row.identifier)).toEqual(["a-bare"]);
  expect(next).toMatchObject({ before: 2, nextCursor: null });
  const back = await getScorecard.call(org.as("viewer"), {
    identifier: "ownership-and-docs",
    limit: 2,
    cursor: next.previousCursor ?? "",
  });
  expect(back.rows).toEqual(scorecard.rows);
  const byTitle = await getScorecard.call(org.as("viewer"), {
    identifier: "ownership-and-docs",
    sort: "title",
    direction: "descending",
  });
  expect(byTitle.rows.map((row) => row.title)).toEqual([...byTitle.rows.map((row) => row.title)].sort().reverse());
});

test("an entity's scores say what was found and how to fix it", async () => {
  const org = await testOrg();
  await importInto(org, [component("web", ownedBy("gone", { description: "Short", lifecycle: "production" }))]);
  const [entity] = await database.owner`select id from entities where org_id = ${org.id} and identifier = 'web'`;
  const entityId = String(entity?.["id"]);
  const { scores } = await listEntityScores.call(org.as("viewer"), { entityId });
  expect(scores[0]).toMatchObject({
    scorecard: { identifier: "ownership-and-docs" },
    level: { rank: 0, name: "None" },
    next: { name: "Bronze", missing: 2 },
    passed: 1,
    total: 8,
  });
  const found = Object.fromEntries(
    (scores[0]?.rules ?? []).map((one) => [one.identifier, one.causes.map((cause) => cause.found)]),
  );
  expect(found["lifecycle"]).toEqual([]);
  expect(found["owner"]).toEqual(["1 of 1 ownedBy relations point at something that is not in the catalog."]);
  expect(found["description"]).toEqual(["Found the number 5 at length(description)."]);
  expect(scores[0]?.rules[0]?.remedy).toContain("spec.owner");
  expect((await listEntityLevels.call(org.as("viewer"), { entityIds: entityId })).levels).toEqual([
    { entityId, scorecard: "ownership-and-docs", title: "Ownership & docs", rank: 0, name: "None" },
  ]);
});

test("what keeps entities from their next levels, and levels that rose and fell, are listed for several at once", async () => {
  const [org, other] = [await testOrg(), await testOrg()];
  const viewer = org.as("viewer");
  await createScorecard.call(
    org.as("admin"),
    definition({
      levels: ["Ready", "Steady"],
      rules: [rule("typed", "Ready", "type exists"), rule("tagged", "Steady", "tags exists")],
    }),
  );
  await importInto(org, [component("api", { type: "service" }), component("web")]);
  await importInto(org, [component("web", { type: "website" })]);
  const rows = await database.owner`select id, identifier from entities where org_id = ${org.id}`;
  const entityIds = rows.map((row) => String(row["id"]));
  const web = entityIds[rows.findIndex((row) => row["identifier"] === "web")];
  const { failures } = await listFailures.call(viewer, { entityIds });
  const own = failures.filter((one) => one.scorecard === "readiness");
  expect(own.map((one) => [one.rule, one.level.name, one.state])).toEqual([
    ["tagged", "Steady", "fail"],
    ["tagged", "Steady", "fail"],
  ]);
  const { changes } = await listLevelChanges.call(viewer, { entityIds: String(web) });
  const rose = changes.filter((one) => one.scorecard === "readiness").map((one) => [one.from?.name, one.to?.name]);
  expect(rose).toEqual([
    ["None", "Ready"],
    [undefined, "None"],
  ]);
  expect((await listFailures.call(other.as("admin"), { entityIds })).failures).toEqual([]);
  expect((await listLevelChanges.call(other.as("admin"), {})).changes).toEqual([]);
});

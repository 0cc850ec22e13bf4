import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { completeQuery } from "#lib/catalog/queries/complete-query.ts";
import { countQuery } from "#lib/catalog/queries/count-query.ts";
import { findCircle, orderScorecards } from "#lib/scorecards/evaluation/order-scorecards.ts";
import { listEntityScores } from "#lib/scorecards/results/list-entity-scores.ts";
import { createScorecard } from "#lib/scorecards/scorecards/create-scorecard.ts";
import { deleteScorecard } from "#lib/scorecards/scorecards/delete-scorecard.ts";
import { updateScorecard } from "#lib/scorecards/scorecards/update-scorecard.ts";
import { component, definition, importInto } from "#lib/scorecards/testing.ts";

let database: TestDatabase;
let org: TestOrg;

const rule = (identifier: string, level: string, query: string) => ({
  ...{ identifier, title: identifier, level, query },
  remedy: "Do it.",
});
const readiness = definition({
  levels: ["Bronze", "Silver"],
  rules: [rule("typed", "Bronze", "type exists"), rule("described", "Silver", "description exists")],
});
const gate = (query: string, identifier = "gate") =>
  definition({ identifier, title: identifier, levels: ["Open"], rules: [rule("ready", "Open", query)] });

beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
  await importInto(org, [
    component("none"),
    component("bronze", { type: "service" }),
    component("silver", { type: "service", description: "Described" }),
  ]);
  await createScorecard.call(org.as("admin"), readiness);
});
afterAll(closeTestDatabase);

async function matching(query: string): Promise<string[]> {
  const { items } = await listEntities.call(org.as("viewer"), { blueprint: "component", query, sort: "title" });
  return items.map(({ identifier }) => identifier).sort();
}

async function levelOf(identifier: string, scorecard: string): Promise<number | undefined> {
  const [row] = await database.owner`
    select l.level from scorecard_levels l join scorecards s on s.org_id = l.org_id and s.id = l.scorecard_id
    join entities e on e.org_id = l.org_id and e.id = l.entity_id
    where l.org_id = ${org.id} and s.identifier = ${scorecard} and e.identifier = ${identifier}`;
  return row?.["level"];
}

describe("results of scorecards in queries", () => {
  test.each([
    ['scorecard("readiness").level >= "Bronze"', ["bronze", "silver"]],
    ['scorecard("readiness").level >= "silver"', ["silver"]],
    // Below the first level is a rank as well.
    ['scorecard("readiness").level < "Bronze"', ["none"]],
    ['not (scorecard("readiness").level >= "Silver")', ["bronze", "none"]],
    ['scorecard("readiness").level in ["Bronze"]', ["bronze"]],
    ['scorecard("readiness").levelName = "Silver"', ["silver"]],
    ['scorecard("readiness").passes("typed") and not scorecard("readiness").passes("described")', ["bronze"]],
    ['scorecard("readiness").percent >= 50', ["bronze", "silver"]],
    ['scorecard("readiness").level != null', ["bronze", "none", "silver"]],
    // An error is no match, whichever way it is asked.
    ['scorecard("nope").level >= "Bronze"', []],
    ['not scorecard("readiness").passes("nope")', []],
    ['scorecard("readiness").level >= "Gold"', []],
  ])("%s", async (query, expected) => {
    expect(await matching(query)).toEqual(expected);
  });

  test("another organization has none of it", async () => {
    const other = await testOrg();
    const count = await countQuery.call(other.as("viewer"), { text: 'scorecard("readiness").level >= "Bronze"' });
    expect(count).toMatchObject({ matches: 0 });
  });

  test.each([
    ['scorecard("readiness").level = 2', 32],
    ['scorecard("readiness").level = title', 32],
    ['scorecard("readiness") > "Bronze"', 1],
    ['scorecard(title).level = "Bronze"', 11],
    ['scorecard("readiness").rank = 1', 1],
    ['scorecard("readiness").level > scorecard("other").level', 32],
  ])("%s is refused at its character", async (text, column) => {
    const { problem } = await countQuery.call(org.as("viewer"), { text });
    expect(problem).toMatchObject({ line: 1, column });
  });

  test("completion knows scorecards, their levels and rules", async () => {
    const offers = async (text: string) =>
      (await completeQuery.call(org.as("viewer"), { text, cursor: 99 })).offers.map(({ label }) => label);
    expect(await offers('scorecard("')).toContain("readiness");
    expect(await offers('scorecard("readiness").')).toEqual(expect.arrayContaining(["level", "percent", "passes"]));
    expect((await offers('scorecard("readiness").level >= ')).slice(0, 2)).toEqual(['"Bronze"', '"Silver"']);
    expect(await offers('scorecard("readiness").level >= "s')).toEqual(["Silver"]);
    expect(await offers('scorecard("readiness").passes("')).toEqual(["typed", "described"]);
    expect(await offers('scorecard("readiness").level ')).toContain(">=");
  });
});

describe("a scorecard that asks about another one", () => {
  const asks = 'scorecard("readiness").level >= "Silver"';

  test("is evaluated behind it, in the same transaction, whatever changes", async () => {
    await createScorecard.call(org.as("admin"), gate(asks));
    expect([await levelOf("bronze", "gate"), await levelOf("silver", "gate")]).toEqual([0, 1]);
    await importInto(org, [component("bronze", { type: "service", description: "Now it is" })], "other");
    expect(await levelOf("bronze", "gate")).toBe(1);
    const stricter = { ...readiness, rules: [...readiness.rules, rule("tagged", "Silver", 'tags contains "ok"')] };
    await updateScorecard.call(org.as("admin"), stricter);
    expect([await levelOf("bronze", "gate"), await levelOf("silver", "gate")]).toEqual([0, 0]);
    await updateScorecard.call(org.as("admin"), readiness);
    expect(await levelOf("silver", "gate")).toBe(1);
  });

  test("says why it does not pass", async () => {
    const [entity] = await database.owner`select id from entities where org_id = ${org.id} and identifier = 'none'`;
    const { scores } = await listEntityScores.call(org.as("viewer"), { entityId: String(entity?.["id"]) });
    const rules = scores.find(({ scorecard }) => scorecard.identifier === "gate")?.rules;
    expect(rules?.[0]).toMatchObject({ state: "fail", causes: [{ found: expect.stringContaining("0") }] });
  });

  test("is an error once the other one is gone, and right again when it is back", async () => {
    await deleteScorecard.call(org.as("admin"), { identifier: "readiness" });
    const states = () => database.owner`
      select distinct l.states ->> 'ready' as state from scorecard_levels l join scorecards s on s.org_id = l.org_id and s.id = l.scorecard_id
      where l.org_id = ${org.id} and s.identifier = 'gate'`;
    expect([...(await states())]).toEqual([{ state: "error" }]);
    await createScorecard.call(org.as("admin"), readiness);
    expect(await levelOf("silver", "gate")).toBe(1);
  });

  test("cannot close a circle; the way round is said, at the query that closes it", async () => {
    const itself = createScorecard.call(org.as("admin"), gate('scorecard("self").level = "Open"', "self"));
    await expect(itself).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "rules.0.query", message: expect.stringContaining("self → self") }],
    });
    await createScorecard.call(org.as("admin"), gate('scorecard("gate").level = "Open"', "second"));
    const round = { ...readiness, filter: 'blueprint = "component" and scorecard("second").percent < 100' };
    await expect(updateScorecard.call(org.as("admin"), round)).rejects.toMatchObject({
      fields: [{ path: "filter", message: expect.stringContaining("readiness → second → gate → readiness") }],
    });
  });

  test("two people cannot close a circle together", async () => {
    await createScorecard.call(org.as("admin"), gate("type exists", "left"));
    await createScorecard.call(org.as("admin"), gate("type exists", "right"));
    const results = await Promise.allSettled([
      updateScorecard.call(org.as("admin"), gate('scorecard("right").percent > 0', "left")),
      updateScorecard.call(org.as("admin"), gate('scorecard("left").percent > 0', "right")),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

test("scorecards are put in order and circles found however long", () => {
  const chain = Array.from({ length: 50 }, (_, at) => ({
    identifier: `s${at}`,
    asks: at === 49 ? [] : [`s${at + 1}`],
  }));
  expect(orderScorecards(chain).map(({ identifier }) => identifier)).toEqual(
    chain.map(({ identifier }) => identifier).reverse(),
  );
  expect(findCircle(chain, "s0")).toBeNull();
  const closed = chain.map((each) => (each.identifier === "s49" ? { ...each, asks: ["s0", "gone"] } : each));
  expect(findCircle(closed, "s0")).toHaveLength(51);
});

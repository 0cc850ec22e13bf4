import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";
import { compilePredicate, compileSource, compileState } from "./compiler/compile.ts";
import { parseQuery } from "./text/parse.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  const list = Array.from({ length: 1000 }, (_, index) => index);
  await storeEntities(org, [testEntity("one", { properties: { a: 1, list, longer: [...list, 1] } })]);
});
afterAll(closeTestDatabase);

async function states(...texts: string[]): Promise<(string | undefined)[]> {
  const options = { orgId: org.id, now: new Date() };
  const outcomes: (string | undefined)[] = [];
  for (const text of texts) {
    const result = parseQuery(text);
    if (!result.ok) throw new Error(result.error.message);
    const statement = sql`select ${compileState(result.query, options)} as state from ${compileSource(options)}`;
    const [row] = await compiledQueryTransaction((tx) => tx.execute<{ state: string }>(statement));
    outcomes.push(row?.state);
  }
  return outcomes;
}

test("what is within the limits is planned and run", async () => {
  const deep = `${"(1 + ".repeat(60)}properties.a${")".repeat(60)} = 61`;
  const negated = `${"!(".repeat(30)}properties.a > 0${")".repeat(30)}`;
  const wide = Array.from({ length: 60 }, (_, index) => `length(title) + ${index} > properties.a`).join(" and ");
  const nested = "properties.list.any((x) => properties.list[0] = x and properties.list.any((y) => y = x))";
  expect(await states(deep, negated, wide, nested)).toEqual(["true", "true", "true", "true"]);
});

test("a list can have 1,000 elements, and what is beyond is an error", async () => {
  expect(await states("properties.list.all((x) => x >= 0)", "properties.longer.all((x) => x >= 0)")).toEqual([
    "true",
    "error",
  ]);
  expect(await states("properties.list.sum() = 499500", "length(properties.longer) = 1001")).toEqual(["true", "true"]);
});

test("a function of the entity alone is the plain condition that indexes answer", () => {
  const compiled = (text: string) => {
    const result = parseQuery(text);
    if (!result.ok) throw new Error(result.error.message);
    return JSON.stringify(compilePredicate(result.query, { orgId: "an-org", now: new Date(0) }));
  };
  expect(compiled('entity.type() == "component"')).toBe(compiled('blueprint = "component"'));
  expect(compiled('!hasGroup("pci")')).toBe(compiled('tags not contains "pci"'));
});

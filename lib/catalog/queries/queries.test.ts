import { PgDialect } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { checkQuery } from "#lib/catalog/queries/check-query.ts";
import { completeQuery } from "#lib/catalog/queries/complete-query.ts";
import { countQuery, matchesStatement } from "#lib/catalog/queries/count-query.ts";
import { listFunctions } from "#lib/catalog/queries/list-functions.ts";
import { translateQuery } from "#lib/catalog/queries/translate-query.ts";
import { findUnscopedTables } from "#lib/catalog/query/compiler/scope.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  const properties = [{ identifier: "tier", title: "Tier", type: "number" as const }];
  const gadget = { identifier: "gadget", title: "Gadget", pluralTitle: "Gadgets", definition: { properties } };
  await createBlueprint.call(org.as("admin"), gadget);
  const gadgets = [1, 2, 3].map((tier) => testEntity(`gadget-${tier}`, { blueprint: "gadget", properties: { tier } }));
  const services = [testEntity("shop", { tags: ["pci"] }), testEntity("ledger")];
  await storeEntities(org, [...gadgets, ...services]);
});
afterAll(closeTestDatabase);

describe("query.check", () => {
  test("says what a query says and which sources it needs", async () => {
    const text = 'type == "service" AND git.fileExists("README.md") and age(updatedAt) < 3 days';
    expect(await checkQuery.call(org.as("viewer"), { text })).toEqual({
      problem: null,
      formatted: 'type = "service" and git.fileExists("README.md") and age(updatedAt) < 3 days',
      words: 'type is "service" and git.fileExists("README.md") and the time since updatedAt is less than 3 days',
      type: "true or false",
      sources: [{ name: "git", title: "Git", connect: "connect GitHub, GitLab, Bitbucket or Azure DevOps" }],
      dependsOnTime: true,
    });
  });

  test("says where a text is wrong, also by what the blueprint says", async () => {
    const problemOf = async (text: string, blueprint?: string) =>
      (await checkQuery.call(org.as("viewer"), { text, blueprint })).problem;
    expect(await problemOf("title exists and\n nope = 1")).toMatchObject({ line: 2, column: 2, offset: 18, end: 22 });
    expect(await problemOf('properties.tier = "1"')).toBeNull();
    expect(await problemOf('properties.tier = "1"', "gadget")).toMatchObject({ line: 1, column: 19 });
    expect(await problemOf('properties.tier = "1"', "no-such-kind")).toBeNull();
  });

  test("of a kind that is being designed, its properties are those that it is going to have", async () => {
    const ask = async (text: string, properties: object[]) => {
      const asked = { text, blueprint: "gadget", properties: properties as never };
      const [checked, counted] = await Promise.all([
        checkQuery.call(org.as("viewer"), asked),
        countQuery.call(org.as("viewer"), asked),
      ]);
      expect(checked.problem).toEqual(counted.problem);
      return checked.problem;
    };
    const number = { identifier: "tier", title: "Tier", type: "number" };
    expect(await ask('properties.tier = "1"', [number])).toMatchObject({ column: 19 });
    expect(await ask('properties.tier = "1"', [{ ...number, type: "string" }])).toBeNull();
    // It says no type of its own: the stored one holds.
    expect(await ask('properties.tier = "1"', [{ identifier: "tier", title: "Tier" }])).toMatchObject({ column: 19 });
    expect(await ask('properties.size = "1"', [{ ...number, identifier: "size" }])).toMatchObject({ column: 19 });
    const list = { identifier: "ports", title: "Ports", type: "array", itemType: "number" };
    expect(await ask('properties.ports.any((port) => port = "a")', [list])).toMatchObject({ line: 1 });
    const written = [{ ...number, identifier: "size", values: [7] }];
    const completed = async (text: string) =>
      (
        await completeQuery.call(org.as("viewer"), {
          text,
          cursor: text.length,
          blueprint: "gadget",
          properties: written as never,
        })
      ).offers.map(({ label }) => label);
    expect(await completed("properties.")).toEqual(["size"]);
    expect(await completed("properties.size = ")).toContain("7");
  });

  test("a value need not be a condition", async () => {
    const check = await checkQuery.call(org.as("viewer"), { text: "jira.numOfIssues()", expects: "value" });
    expect(check).toMatchObject({ problem: null, type: "a number", sources: [{ name: "jira" }] });
  });

  test("bad input names its field", async () => {
    const long = checkQuery.call(org.as("viewer"), { text: "a".repeat(70_000) });
    await expect(long).rejects.toMatchObject({ code: "invalid", fields: [expect.objectContaining({ path: "text" })] });
  });
});

describe("query.count", () => {
  test("counts what matches, of a kind or of all, in this organization only", async () => {
    const call = (text: string, blueprint?: string) => countQuery.call(org.as("viewer"), { text, blueprint });
    expect(await call("properties.tier >= 2")).toEqual({ problem: null, matches: 2, isExact: true, total: 5 });
    expect(await call("properties.tier >= 2", "gadget")).toMatchObject({ matches: 2, total: 3 });
    expect(await call('hasGroup("pci")', "component")).toMatchObject({ matches: 1, total: 2 });
    // An error is no match.
    expect(await call("git != null")).toMatchObject({ matches: 0, total: 5 });
    expect(await call("nope")).toMatchObject({ matches: null, total: null, problem: { column: 1 } });
    const other = await testOrg();
    expect(await countQuery.call(other.as("viewer"), { text: "true" })).toMatchObject({ matches: 0, total: 0 });
  });

  test("its statement holds every table to the organization", () => {
    const condition = parseQuery('entity.sources().any((e) => e.tag = "a")');
    if (!condition.ok) throw new Error(condition.error.message);
    const statement = matchesStatement(condition.query, { orgId: "an-org", now: new Date(), blueprint: "component" });
    const compiled = new PgDialect().sqlToQuery(statement);
    expect(compiled.sql).toContain("entity_counts");
    expect(findUnscopedTables(compiled, "an-org")).toEqual([]);
    expect(findUnscopedTables(compiled, "another").length).toBeGreaterThan(3);
  });
});

describe("query.complete", () => {
  const offers = async (text: string, of: TestOrg = org) =>
    (await completeQuery.call(of.as("viewer"), { text, cursor: 99, blueprint: "gadget" })).offers.map(
      ({ label }) => label,
    );

  test("offers properties of the kind, and values of this organization only", async () => {
    expect(await offers("properties.t")).toEqual(["tier"]);
    expect(await offers('tags contains "')).toEqual(["pci"]);
    const other = await testOrg();
    expect(await offers("properties.t", other)).toEqual([]);
    expect(await offers('tags contains "', other)).toEqual([]);
    expect(await offers("blueprint = ")).toContain('"gadget"');
  });

  test("bad input names its field", async () => {
    const call = completeQuery.call(org.as("viewer"), { text: "a", cursor: -1 });
    await expect(call).rejects.toMatchObject({
      code: "invalid",
      fields: [expect.objectContaining({ path: "cursor" })],
    });
  });
});

describe("query.translate", () => {
  test.each([
    ["cortex", 'runbooks.count > 0 and tag = "x"', 'links("runbook").length > 0 and identifier = "x"'],
    ["port", { combinator: "and", rules: [{ property: "tier", operator: "<", value: 2 }] }, "properties.tier < 2"],
    ["port", '{"property": "tier", "operator": "isEmpty"}', "properties.tier is empty"],
    ["backstage", "kind=api", 'blueprint = "api"'],
    ["backstage", ["kind=api", "kind=system"], 'blueprint = "api" or blueprint = "system"'],
    ["backstage", { kind: "API" }, 'blueprint = "api"'],
  ] as const)("from %s: %j", async (from, foreign, text) => {
    const query = Array.isArray(foreign) ? [...foreign] : (foreign as string);
    expect(await translateQuery.call(org.as("viewer"), { from, query })).toEqual({ text, sources: [], problem: null });
  });

  test("what has no counterpart is refused with its place", async () => {
    const query = { combinator: "and", rules: [{ property: "a", operator: "soundsLike", value: "b" }] };
    expect(await translateQuery.call(org.as("viewer"), { from: "port", query })).toMatchObject({
      text: null,
      problem: { place: "rules.0.operator", message: expect.stringContaining("soundsLike") },
    });
    expect(await translateQuery.call(org.as("viewer"), { from: "port", query: "{" })).toMatchObject({
      problem: { message: "This begins like JSON and is none." },
    });
  });
});

test("query.list-functions lists what is available and what has to be connected", async () => {
  const functions = await listFunctions.call(org.as("viewer"), {});
  expect(functions.find(({ name }) => name === "links")).toMatchObject({
    isAvailable: true,
    signature: "links(type?: a text)",
  });
  expect(functions.find(({ name }) => name === "git.fileExists")).toMatchObject({
    isAvailable: false,
    connect: "connect GitHub, GitLab, Bitbucket or Azure DevOps",
  });
});

import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSyntheticEntities } from "#db/seed/synthetic.ts";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { compiledQueryTransaction } from "#db/transactions.ts";
import type { EntityFilter } from "#lib/catalog/entities/entity-filter.ts";
import { countStatement, facetsStatement, keysetOf, pageStatement } from "#lib/catalog/entities/statements-of-list.ts";
import { fuzzyStatement, searchStatement } from "#lib/catalog/entities/statements-of-search.ts";
import { mineStatement } from "#lib/catalog/mine/get-mine.ts";
import { findUnscopedTables } from "#lib/catalog/query/scope.ts";
import { storeEntities } from "#lib/catalog/testing.ts";

const dialect = new PgDialect();
const none: EntityFilter = { owner: [], lifecycle: [], type: [], tag: [] };
const everything: EntityFilter = {
  blueprint: "component",
  text: "order api",
  owner: ["group:a", "none"],
  lifecycle: ["production"],
  type: ["service"],
  tag: ["go", "rust"],
  query: "count(dependsOn) > 1 and resolved(ownedBy) and properties.tier in [1, 2]",
};
const byTitle = keysetOf({ field: "title", direction: "ascending" });
const byOwner = keysetOf({ field: "owner", direction: "descending" });
const deep = (direction: "after" | "before") =>
  keysetOf(
    { field: "title", direction: "ascending" },
    Buffer.from(JSON.stringify([direction, 5000, ["m", "00000000-0000-7000-8000-000000000000"]])).toString("base64url"),
  );

/** Every statement of this folder that runs as the role without row-level security. */
function statements(orgId: string): Record<string, SQL> {
  const scope = { orgId, now: new Date() };
  const search = { text: "order api", blueprints: ["component"], limit: 20 };
  return {
    "page of everything": pageStatement(none, byTitle, 50, scope),
    "page under a filter": pageStatement(everything, byOwner, 50, scope),
    "page after a row": pageStatement(everything, deep("after"), 50, scope),
    "page before a row": pageStatement(none, deep("before"), 50, scope),
    "count of everything": countStatement(none, scope),
    "count under a filter": countStatement(everything, scope),
    facets: facetsStatement(everything, 50, scope),
    search: searchStatement(search, scope),
    likeness: fuzzyStatement(search, scope),
    "my teams and what they own": mineStatement("a@b.example", ["group:a"], scope),
  };
}

describe("statements of the query role", () => {
  test.each(Object.keys(statements("an-org")))("hold every table to the organization: %s", (name) => {
    const statement = statements("an-org")[name] ?? sql``;
    const compiled = dialect.sqlToQuery(statement);
    expect(compiled.sql).toContain("entities");
    expect(findUnscopedTables(compiled, "an-org")).toEqual([]);
    expect(findUnscopedTables(compiled, "another").length).toBeGreaterThan(0);
  });
});

describe("with 10,000 entities, and as many of somebody else", () => {
  let database: TestDatabase;
  let org: TestOrg;
  beforeAll(async () => {
    database = await testDatabase();
    org = await testOrg();
    for (const owner of [org, await testOrg()]) await storeEntities(owner, [...makeSyntheticEntities(10_000)]);
    await database.owner`vacuum analyze entities`;
    await database.owner`vacuum analyze relations`;
  }, 120_000);
  afterAll(closeTestDatabase);

  async function explain(statement: SQL): Promise<string> {
    const lines = await compiledQueryTransaction((tx) =>
      tx.execute<{ "QUERY PLAN": string }>(sql`explain ${statement}`),
    );
    return lines.map((line) => line["QUERY PLAN"]).join("\n");
  }
  const scope = () => ({ orgId: org.id, now: new Date() });

  test("a page, a search and a misspelled search read indexes, never the whole table", async () => {
    const list = { ...none, blueprint: "component" };
    const search = { text: "ledger gateway", blueprints: [], limit: 20 };
    for (const statement of [
      pageStatement(list, byTitle, 50, scope()),
      pageStatement({ ...list, text: "ledger" }, byOwner, 50, scope()),
      pageStatement({ ...list, owner: ["group:group-3"] }, byTitle, 50, scope()),
      countStatement({ ...list, type: ["library"] }, scope()),
      searchStatement(search, scope()),
      fuzzyStatement({ ...search, text: "ledgr gatway" }, scope()),
    ]) {
      expect(await explain(statement)).not.toMatch(/Seq Scan on entities/);
    }
  });

  // Blocks instead of milliseconds: the same on a busy machine. The table has some 2,700 of them.
  test("a page and a search touch a small part of the table", async () => {
    const cases: [SQL, number][] = [
      [pageStatement({ ...none, blueprint: "component" }, byTitle, 50, scope()), 400],
      [pageStatement({ ...none, blueprint: "component" }, deep("after"), 50, scope()), 400],
      [pageStatement({ ...none, blueprint: "component" }, deep("before"), 50, scope()), 400],
      [searchStatement({ text: "ledger gateway 12", blueprints: [], limit: 20 }, scope()), 1200],
      [fuzzyStatement({ text: "ledgr gatway", blueprints: [], limit: 20 }, scope()), 1200],
    ];
    for (const [statement, most] of cases) expect(await blocksOf(statement)).toBeLessThan(most);
  });

  async function blocksOf(statement: SQL): Promise<number> {
    type Plan = { "QUERY PLAN": { Plan: Record<"Shared Hit Blocks" | "Shared Read Blocks", number> }[] };
    const [row] = await compiledQueryTransaction((tx) =>
      tx.execute<Plan>(sql`explain (analyze, buffers, timing off, format json) ${statement}`),
    );
    const plan = row?.["QUERY PLAN"][0]?.Plan;
    if (plan === undefined) throw new Error("No plan");
    return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
  }
});

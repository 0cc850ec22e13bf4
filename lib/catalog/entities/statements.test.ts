import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSyntheticEntities } from "#db/seed/synthetic.ts";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { compiledQueryTransaction, tenantTransaction } from "#db/transactions.ts";
import { askedSql, wholeSql } from "#lib/catalog/entities/asked-columns.ts";
import { buildFilter, type EntityFilter } from "#lib/catalog/entities/entity-filter.ts";
import { lookUpEntity, nameIn } from "#lib/catalog/entities/look-up.ts";
import { type CountRow, countLimit, countsStatement } from "#lib/catalog/entities/statements-of-counts.ts";
import { groupsStatement, rowsOfGroupsStatement } from "#lib/catalog/entities/statements-of-groups.ts";
import { conditionOf, keysetOf, pageStatement, referencesStatement } from "#lib/catalog/entities/statements-of-list.ts";
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
const byChange = keysetOf({ field: "updatedAt", direction: "descending" });
const deep = (direction: "after" | "before") =>
  keysetOf(
    { field: "title", direction: "ascending" },
    Buffer.from(JSON.stringify([direction, 5000, ["m", "00000000-0000-7000-8000-000000000000"]])).toString("base64url"),
  );

const asked = { properties: ["tier", "language"], relations: ["dependsOn", "partOf"] };

const firstRows = { sort: { field: "title", direction: "ascending" }, perGroup: 20 } as const;

/** Every statement of this folder that runs as the role without row-level security. */
function statements(orgId: string): Record<string, SQL> {
  const scope = { orgId, now: new Date() };
  const search = { text: "order api", blueprints: ["component"], limit: 20 };
  return {
    "page of everything": pageStatement(none, byTitle, 50, scope),
    "page under a filter": pageStatement(everything, byOwner, 50, scope),
    "page after a row": pageStatement(everything, deep("after"), 50, scope),
    "page before a row": pageStatement(none, deep("before"), 50, scope),
    "page with properties and relations": pageStatement(everything, byTitle, 50, scope, askedSql(asked, orgId)),
    "page of a file": pageStatement(none, byTitle, 1000, scope, wholeSql(asked, orgId)),
    "references under a filter": referencesStatement(everything, byTitle, 10_000, scope),
    "counts of everything": countsStatement(none, countLimit, scope),
    "counts under one choice": countsStatement({ ...none, type: ["service"] }, countLimit, scope),
    "counts under a filter": countsStatement(everything, countLimit, scope),
    "exact counts under a filter": countsStatement(everything, undefined, scope),
    "groups by owner": groupsStatement(everything, "owner", { offset: 0, limit: 50 }, scope),
    "groups by a property": groupsStatement(none, "properties.tier", { offset: 50, limit: 50 }, scope),
    "groups by kind": groupsStatement(none, "blueprint", { offset: 0, limit: 50 }, scope),
    "rows of groups with properties and relations": rowsOfGroupsStatement(
      everything,
      "owner",
      ["group:a", null],
      { ...firstRows, more: askedSql(asked, orgId) },
      scope,
    ),
    "rows of groups": rowsOfGroupsStatement(everything, "owner", ["group:a", null], firstRows, scope),
    search: searchStatement(search, scope),
    likeness: fuzzyStatement(search, scope),
    "my teams and what they own": mineStatement("a@b.example", ["group:a"], scope),
  };
}

/** Whether a plan reads this index, and no table from its beginning to its end. */
const isGolden = (plan: string, index: string) =>
  !/Seq Scan on (entities|relations) /.test(plan) && plan.includes(` ${index} `);

/** The battery that Backstage publishes, and every shape of what lists, counts and searches ask, each with the index that answers it. */
function goldenStatements(orgId: string): Record<string, [string, SQL]> {
  const scope = { orgId, now: new Date() };
  const components = { ...none, blueprint: "component" };
  const counts = (filter: EntityFilter) => countsStatement(filter, countLimit, scope);
  const page = (filter: EntityFilter) => pageStatement(filter, byTitle, 50, scope);
  const search = (text: string) => ({ text, blueprints: [], limit: 20 });
  const org = sql`${orgId}::uuid`;
  const self = sql`(select id from entities where org_id = ${org} and blueprint = 'component' and identifier = 'component-0')`;
  return {
    "1 list of a kind by title": ["entities_title", page(components)],
    "2 count of a kind": ["entity_counts", counts(components)],
    "3 unfiltered page": ["entities_all_titles", page(none)],
    "4 facets of a small kind": ["entity_counts", counts({ ...none, blueprint: "resource" })],
    "5 facets of a large kind": ["entity_counts", counts(components)],
    "6 by reference": [
      "entities_org_id_blueprint_identifier_key",
      sql`select * from entities where org_id = ${org} and blueprint = 'component' and identifier = 'component-7'`,
    ],
    "7 text in a kind": ["entities_title", page({ ...components, text: "ledger gateway" })],
    "8 ancestry step": [
      "relations_pkey",
      sql`select to_id from relations where org_id = ${org} and from_id = ${self} and type = 'partOf'`,
    ],
    "9 count of incoming references": [
      "relations_end",
      sql`select count(*) from relations where org_id = ${org} and to_id = ${self}`,
    ],
    "10 unfiltered count": ["entity_counts", counts(none)],
    "11 orphans": ["listed_entities_pkey", counts({ ...components, query: "count(incoming dependsOn) = 0" })],
    "12 any of two, ordered": [
      "entities_all_titles",
      page({ ...none, query: 'owner = "group:group-3" or tags contains "quota"' }),
    ],
    "page by owner, descending": ["entities_changed", pageStatement(components, byOwner, 50, scope)],
    "page by owner under a text": [
      "entities_search",
      pageStatement({ ...components, text: "ledger" }, byOwner, 50, scope),
    ],
    "page with properties": ["entities_title", pageStatement(components, byTitle, 50, scope, askedSql(asked, orgId))],
    "page with relations": ["relations_pkey", pageStatement(components, byTitle, 1000, scope, askedSql(asked, orgId))],
    "page of a file with relations": [
      "relations_pkey",
      pageStatement(components, byTitle, 1000, scope, wholeSql(asked, orgId)),
    ],
    "page by last change": ["entities_changed", pageStatement(components, byChange, 50, scope)],
    "page after a row": ["entities_title", pageStatement(components, deep("after"), 50, scope)],
    references: ["entities_title", referencesStatement({ ...components, type: ["library"] }, byTitle, 50, scope)],
    "page before a row": ["entities_all_titles", pageStatement(none, deep("before"), 50, scope)],
    "page of an owner": ["entities_owned", page({ ...components, owner: ["group:group-3"] })],
    "page of an owner, any kind": ["entities_owned", page({ ...none, owner: ["group:group-3"] })],
    "page of a type and a tag": ["entities_title", page({ ...components, type: ["library"], tag: ["go"] })],
    "counts of an owner": ["entities_owned", counts({ ...none, owner: ["group:group-3"] })],
    "counts of a type": ["entities_facets", counts({ ...components, type: ["library"] })],
    "counts of a type and a lifecycle": [
      "entities_facets",
      counts({ ...components, type: ["library"], lifecycle: ["deprecated"] }),
    ],
    "counts of tags": ["entities_tags", counts({ ...components, tag: ["go", "rust"] })],
    "counts under a text": ["entities_search", counts({ ...components, text: "ledger gateway" })],
    "counts of a type under a text that many have": [
      "listed_entities_pkey",
      counts({ ...components, type: ["service"], text: "ledger" }),
    ],
    "counts of what points at few": [
      "relations_end",
      counts({ ...components, query: "count(incoming dependsOn) < 3 and count(consumesApi) = 0" }),
    ],
    "exact counts of a type": [
      "entities_facets",
      countsStatement({ ...components, type: ["library"] }, undefined, scope),
    ],
    "exact counts under a text": [
      "entities_search",
      countsStatement({ ...components, text: "ledger gateway" }, undefined, scope),
    ],
    search: ["entities_names", searchStatement(search("ledger gateway"), scope)],
    likeness: ["entities_search", fuzzyStatement(search("ledgr gatway"), scope)],
    "my teams and what they own": ["entities_owned", mineStatement("a@b.example", ["group:group-3"], scope)],
  };
}

class Undone extends Error {
  readonly found: boolean[];
  constructor(found: boolean[]) {
    super("undone");
    this.found = found;
  }
}

describe("statements of the query role", () => {
  test.each(Object.keys(statements("an-org")))("hold every table to the organization: %s", (name) => {
    const statement = statements("an-org")[name] ?? sql``;
    const compiled = dialect.sqlToQuery(statement);
    expect(compiled.sql).toMatch(/entities|entity_counts/);
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
    await database.owner`vacuum analyze listed_entities`;
  }, 300_000);
  afterAll(closeTestDatabase);

  async function explain(statement: SQL): Promise<string> {
    const lines = await compiledQueryTransaction((tx) =>
      tx.execute<{ "QUERY PLAN": string }>(sql`explain ${statement}`),
    );
    return lines.map((line) => line["QUERY PLAN"]).join("\n");
  }
  const scope = () => ({ orgId: org.id, now: new Date() });

  test.each(Object.keys(goldenStatements("an-org")))("reads indexes, never a whole table: %s", async (name) => {
    const [index, statement] = goldenStatements(org.id)[name] ?? ["none", sql``];
    const plan = await explain(statement);
    expect(isGolden(plan, index), plan).toBe(true);
  });

  test.each(["entities_search", "entities_names", "relations_end", "entities_title", "entities_owned"])(
    "its loss is seen: %s",
    async (lost) => {
      // Gone in a transaction that gives up.
      const isStillGolden = await database.owner
        .begin(async (tx) => {
          await tx.unsafe(`drop index ${lost}`);
          const found: boolean[] = [];
          for (const [index, statement] of Object.values(goldenStatements(org.id)).filter(([name]) => name === lost)) {
            const compiled = dialect.sqlToQuery(sql`explain ${statement}`);
            const lines = await tx.unsafe(compiled.sql, compiled.params as never[]);
            found.push(isGolden(lines.map((line) => line["QUERY PLAN"]).join("\n"), index));
          }
          throw new Undone(found);
        })
        .catch((error: unknown) => {
          if (error instanceof Undone) return error.found;
          throw error;
        });
      expect(isStillGolden.length).toBeGreaterThan(0);
      expect(isStillGolden).not.toContain(true);
    },
  );

  test("an entity is looked up by its index also where row-level security holds, by a name that is part of a text", async () => {
    const lookUp = lookUpEntity(org.id, sql`e`, nameIn(sql`r.ref`), 1);
    const lines = await tenantTransaction({ orgId: org.id }, (tx) =>
      tx.execute<{ "QUERY PLAN": string }>(
        sql`explain select e.id from jsonb_to_recordset('[{"ref":"component:component-7"}]') as r(ref text) ${lookUp}`,
      ),
    );
    const plan = lines.map((line) => line["QUERY PLAN"]).join("\n");
    expect(isGolden(plan, "entities_org_id_blueprint_identifier_key"), plan).toBe(true);
    expect(plan).toMatch(/Index Cond: .*identifier = substr/);
  });

  // Which way is gone depends on how often words and tags are met: in users hardly any, in components nearly all.
  test.each<Partial<EntityFilter>>([
    { blueprint: "component", text: "order" },
    { blueprint: "component", text: "order", tag: ["go"], query: 'description contains "invoice"' },
    { blueprint: "component", tag: ["go", "rust"], query: "properties.tier = 1" },
    { blueprint: "api", text: "ledger", type: ["service"] },
    { blueprint: "system", text: "gateway", query: "count(dependsOn) > 0" },
    { blueprint: "user", text: "order", tag: ["kotlin"] },
    { blueprint: "user", text: "number", query: "properties.tier != 1" },
    { text: "ledger", owner: ["group:group-3"], query: 'labels.region = "eu"' },
    { tag: ["quota"], lifecycle: ["deprecated"] },
    { text: "nothing-of-this-name" },
  ])("whichever way is gone, a page and its counts are what a plain read finds: %j", async (part) => {
    const filter = { ...none, ...part };
    const plain = conditionOf(buildFilter(filter), scope());
    const [ids, [all]] = await compiledQueryTransaction(async (tx) => [
      await tx.execute<{ id: string }>(sql`select e.id from entities e where ${plain} order by e.title, e.id limit 51`),
      await tx.execute<{ count: number }>(sql`select count(*)::integer as count from entities e where ${plain}`),
    ]);
    const page = await compiledQueryTransaction((tx) =>
      tx.execute<{ id: string }>(pageStatement(filter, byTitle, 50, scope())),
    );
    const counts = await compiledQueryTransaction((tx) =>
      tx.execute<CountRow>(countsStatement(filter, countLimit, scope())),
    );
    expect(page.map(({ id }) => id)).toEqual(ids.map(({ id }) => id));
    expect(counts.find(({ facet }) => facet === "all")?.count).toBe(all?.count);
    const types = counts.filter(({ facet }) => facet === "type");
    if (filter.type.length === 0)
      expect(types.reduce((sum, { count }) => sum + count, 0)).toBe(await countTyped(plain));
  });

  async function countTyped(plain: SQL): Promise<number> {
    const [row] = await compiledQueryTransaction((tx) =>
      tx.execute<{ count: number }>(
        sql`select count(*)::integer as count from entities e where ${plain} and e.type is not null`,
      ),
    );
    return row?.count ?? 0;
  }

  test("both ways are gone", async () => {
    const goes = async (part: Partial<EntityFilter>) => {
      const lines = await compiledQueryTransaction((tx) =>
        tx.execute<{ "QUERY PLAN": string }>(
          sql`explain (analyze, timing off) ${countsStatement({ ...none, ...part }, countLimit, scope())}`,
        ),
      );
      const plan = lines.map((line) => line["QUERY PLAN"]).join("\n");
      return /entities_search .*\(actual/.test(plan) ? "index" : "narrow rows";
    };
    expect(await goes({ blueprint: "user", text: "order", tag: ["kotlin"] })).toBe("narrow rows");
    expect(await goes({ blueprint: "component", text: "number 77" })).toBe("index");
  });

  // Blocks instead of milliseconds: the same on a busy machine. The table has some 2,700 of them.
  test("a page and a search touch a small part of the table", async () => {
    const cases: [SQL, number][] = [
      [pageStatement({ ...none, blueprint: "component" }, byTitle, 50, scope()), 400],
      [pageStatement({ ...none, blueprint: "component" }, deep("after"), 50, scope()), 400],
      [pageStatement({ ...none, blueprint: "component" }, deep("before"), 50, scope()), 400],
      [searchStatement({ text: "ledger gateway 12", blueprints: [], limit: 20 }, scope()), 1900],
      [fuzzyStatement({ text: "ledgr gatway", blueprints: [], limit: 20 }, scope()), 1900],
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

import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSyntheticEntities } from "#db/seed/synthetic.ts";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { compiledQueryTransaction, tenantTransaction } from "#db/transactions.ts";
import { lookUpEntity, nameIn } from "#lib/catalog/entities/imports/look-up.ts";
import { buildFilter, type EntityFilter } from "#lib/catalog/entities/lists/entity-filter.ts";
import { bestStatement } from "#lib/catalog/entities/lists/statements-of-best.ts";
import { type CountRow, countLimit, countsStatement } from "#lib/catalog/entities/lists/statements-of-counts.ts";
import { conditionOf, keysetOf, pageStatement } from "#lib/catalog/entities/lists/statements-of-list.ts";
import { fuzzyStatement, searchStatement } from "#lib/catalog/entities/search/statements-of-search.ts";
import { bestOfMany, byTitle, deep, goldenStatements, none, statements } from "#lib/catalog/entities/testing.ts";
import { findUnscopedTables } from "#lib/catalog/query/compiler/scope.ts";
import { storeEntities } from "#lib/catalog/testing.ts";
import { toPage } from "#lib/kernel/keyset.ts";

const dialect = new PgDialect();

/** Whether a plan reads this index, and no table from its beginning to its end. */
const isGolden = (plan: string, index: string) =>
  !/Seq Scan on (entities|relations) /.test(plan) && plan.includes(` ${index} `);

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

  test.each([
    "entities_search",
    "entities_names",
    "relations_end",
    "relations_pointed",
    "entities_title",
    "entities_owned",
    "entities_by_owner",
    "entities_by_lifecycle",
    "entities_by_type",
    "entities_by_change",
  ])("its loss is seen: %s", async (lost) => {
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
  });

  test("an entity is looked up by its index also where row-level security holds, by a name that is part of a text", async () => {
    const lookUp = lookUpEntity(org.id, sql`e`, nameIn(sql`r.ref`), "each");
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
    { blueprint: "component", query: "count(incoming dependsOn) = 0" },
    { blueprint: "component", type: ["library"], query: "count(incoming dependsOn) = 0 and lifecycle = 'production'" },
    { blueprint: "api", tag: ["go"], query: "count(incoming providesApi) = 0 and count(incoming consumesApi) = 0" },
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

  test.each(["owner", "lifecycle", "type", "updatedAt"] as const)(
    "page by page, a list by %s is a plain read in its order",
    async (field) => {
      for (const direction of ["ascending", "descending"] as const)
        for (const filter of [
          { ...none, blueprint: "user" },
          { ...none, blueprint: "api", text: "ledger" },
          { ...none, type: ["openapi"] },
        ]) {
          const { orderBy } = keysetOf({ field, direction });
          const plain = await compiledQueryTransaction((tx) =>
            tx.execute<{ id: string }>(
              sql`select e.id from entities e where ${conditionOf(buildFilter(filter), scope())} order by ${orderBy}`,
            ),
          );
          const walk = async (to: "nextCursor" | "previousCursor", from?: string) => {
            const seen: string[] = [];
            let last: string | undefined;
            for (let cursor = from; ; ) {
              const keyset = keysetOf({ field, direction }, cursor);
              const rows = await compiledQueryTransaction((tx) =>
                tx.execute<{ id: string; keys: (string | null)[] }>(pageStatement(filter, keyset, 99, scope())),
              );
              const page = toPage(rows, keyset, 99);
              const ids = page.items.map(({ id }) => id);
              if (to === "nextCursor") seen.push(...ids);
              else seen.unshift(...ids);
              if (page[to] === null) return { seen, last };
              cursor = last = page[to];
            }
          };
          const { seen, last } = await walk("nextCursor");
          expect(seen).toEqual(plain.map(({ id }) => id));
          const back = await walk("previousCursor", last);
          expect(plain.map(({ id }) => id).slice(0, back.seen.length)).toEqual(back.seen);
        }
    },
  );

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
      [bestStatement({ ...none, blueprint: "component", text: "ledger" }, bestOfMany(), 50, scope()), 400],
      [bestStatement({ ...none, text: "ledger" }, bestOfMany("after"), 50, scope()), 1000],
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

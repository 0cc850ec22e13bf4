import { readdirSync } from "node:fs";
import { join } from "node:path";
import { getTableName } from "drizzle-orm";
import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database as pool } from "#db/client.ts";
import { findDifferences, type StoredColumn, tablesOf } from "#db/structure/compare-schema.ts";
import { globalTables } from "#db/structure/global-tables.ts";
import { structureRules } from "#db/structure/rules.ts";
import { closeTestDatabase, type TestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

describe.each(structureRules)("$name", ({ find, fix, plant }) => {
  test("holds", async () => {
    const found = await database.owner.unsafe<{ what: string }[]>(find);
    expect(found.map(({ what }) => `${what}: ${fix}`)).toEqual([]);
  });

  test("a planted break is found", async () => {
    const rolledBack = new Error("rolled back");
    let found: unknown[] = [];
    await database.owner
      .begin(async (transaction) => {
        await transaction.unsafe(plant);
        found = await transaction.unsafe(find);
        throw rolledBack;
      })
      .catch((error: unknown) => expect(error).toBe(rolledBack));
    expect(found).not.toEqual([]);
  });
});

async function tenantTables(): Promise<string[]> {
  const rows = await database.owner<
    { name: string }[]
  >`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`;
  return rows.map(({ name }) => name).filter((name) => !(name in globalTables));
}

describe("every table, seen by the app", () => {
  test("is empty without an organization, and for a stranger to it", async () => {
    const org = await testOrg();
    const filled = ["orgs", "memberships", "audit_entries", "outbox_events"];
    for (const table of await tenantTables()) {
      const count = `select count(*)::int as count from ${table}`;
      const [[own], [without], [stranger]] = await Promise.all([
        tenantTransaction({ orgId: org.id }, (tx) => tx.execute<{ count: number }>(count)),
        pool("app").execute<{ count: number }>(count),
        tenantTransaction({ orgId: "00000000-0000-0000-0000-000000000000" }, (tx) =>
          tx.execute<{ count: number }>(count),
        ),
      ]);
      expect({ table, without: without?.count, stranger: stranger?.count }).toEqual({ table, without: 0, stranger: 0 });
      if (filled.includes(table)) expect(own?.count, table).toBeGreaterThan(0);
    }
  });

  test("takes no row for another organization", async () => {
    const [org, other] = [await testOrg(), await testOrg()];
    const insert = `insert into blueprints (org_id, identifier, title, plural_title) values ('${other.id}', 'thing', 'Thing', 'Things')`;
    await expect(tenantTransaction({ orgId: org.id }, (tx) => tx.execute(insert))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    const move = `update memberships set org_id = '${other.id}'`;
    await expect(tenantTransaction({ orgId: org.id }, (tx) => tx.execute(move))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
  });
});

describe("db/schema", () => {
  let stored: StoredColumn[];
  beforeAll(async () => {
    stored = await database.owner<StoredColumn[]>`
      select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as "isNullable"
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
  });

  test("declares what is stored, table by table", async () => {
    const directory = join(projectRoot(), "db/schema");
    const modules = await Promise.all(
      readdirSync(directory).map((name) => import(join(directory, name)) as Promise<Record<string, unknown>>),
    );
    const tables = modules.flatMap(tablesOf);
    expect(tables.flatMap((table) => findDifferences(table, stored))).toEqual([]);
    const declared = tables.map(getTableName);
    expect(
      (await tenantTables())
        .filter((name) => !declared.includes(name))
        .map((name) => `${name}: declare it in db/schema/<domain>.ts`),
    ).toEqual([]);
  });

  test("a planted difference is found", () => {
    const nullable = pgTable("sources", { orgId: uuid("org_id").notNull(), name: text("name") });
    const differences = findDifferences(nullable, stored);
    expect(differences).toContain("sources.name: cannot be null in the database");
    expect(differences).toContain("sources.location: not declared");
    expect(findDifferences(pgTable("sources", { id: text("id").notNull() }), stored)).toContain(
      "sources.id: declared text, stored uuid",
    );
  });
});

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

let expected: string[] | undefined;

/** The migrations of this version that the database does not have. One that a newer version brought is no harm to us. */
export async function findMissingMigrations(database: Database): Promise<string[]> {
  expected ??= readdirSync(join(projectRoot(), "db/migrations")).filter((name) => name.endsWith(".sql"));
  const rows = await database.execute<{ name: string }>(sql`select name from schema_migrations`);
  const present = new Set(rows.map((row) => row.name));
  return expected.filter((name) => !present.has(name));
}

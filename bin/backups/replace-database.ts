import postgres, { type Sql } from "postgres";
import { migrate } from "#db/migrate.ts";
import { Refusal } from "../refusal.ts";
import type { Manifest } from "./manifest.ts";

/**
 * Makes a database with the tables of an older version beside the present one, lets `fill` put the rows in, migrates it, and only then
 * takes it for the present one: a failure on the way leaves what was there.
 */
export async function replaceDatabase(
  options: { ownerUrl: string; secret: string; note: (text: string) => void },
  manifest: Manifest,
  fill: (sql: Sql) => Promise<unknown>,
): Promise<void> {
  const { ownerUrl, secret, note } = options;
  const name = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  const [present, incoming, previous] = [name, `${name}_incoming`, `${name}_previous`].map(quote);
  const incomingUrl = databaseUrl(ownerUrl, `${name}_incoming`);
  const admin = postgres(databaseUrl(ownerUrl, "postgres"), { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(`drop database if exists ${incoming} with (force)`);
    await createDatabase(admin, `${incoming} template template0`);
    note("making the tables of the backup's version");
    await migrate({ ownerUrl: incomingUrl, secret, names: manifest.migrations });
    const sql = postgres(incomingUrl, { max: 1, onnotice: () => {} });
    await fill(sql).finally(() => sql.end({ timeout: 5 }));
    note("migrating to this version");
    await migrate({ ownerUrl: incomingUrl, secret });
    await admin.unsafe(`drop database if exists ${previous} with (force)`);
    await admin.unsafe(`alter database ${present} rename to ${previous}`);
    await admin.unsafe(`alter database ${incoming} rename to ${present}`);
    await admin.unsafe(`drop database ${previous} with (force)`);
  } finally {
    await admin.unsafe(`drop database if exists ${incoming} with (force)`).catch(() => undefined);
    await admin.end({ timeout: 5 });
  }
}

async function createDatabase(admin: Sql, what: string): Promise<void> {
  try {
    await admin.unsafe(`create database ${what}`);
  } catch {
    throw new Refusal(
      "The backup is of an older version, and reading it needs a second database for a moment, which the user of DATABASE_URL may not create; grant it createdb, or restore with the version that wrote the backup and start this one after it.",
    );
  }
}

function databaseUrl(ownerUrl: string, name: string): string {
  const url = new URL(ownerUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

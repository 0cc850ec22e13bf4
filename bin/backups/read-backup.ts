import { createReadStream, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { Refusal } from "../refusal.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { replaceDatabase } from "./replace-database.ts";
import { restoreRepositories } from "./repository-files.ts";
import { measure } from "./streams.ts";
import { listTables, readSchemaVersion } from "./tables.ts";

type Options = {
  ownerUrl: string;
  /** The installation's secret: a backup of an older version is read into a database of its own first, which is then migrated. */
  secret: string;
  dataDir: string;
  directory: string;
  mayReplace: boolean;
  note: (text: string) => void;
};

/**
 * Reads a backup into a migrated database. Everything is checked before anything is changed, the rows come in one transaction, and
 * repositories are exchanged after it: a failure leaves what was there.
 */
export async function readBackup(options: Options): Promise<Manifest> {
  const { directory, note } = options;
  const manifest = readManifest(directory);
  let sql = postgres(options.ownerUrl, { max: 1, onnotice: () => {} });
  const incoming = join(options.dataDir, "repositories.incoming");
  try {
    const isOlder = await compareSchema(sql, manifest);
    if (!options.mayReplace && (await hasContent(sql))) {
      throw new Refusal(
        "The database is not empty; add --replace to delete what is in it and put the backup in its place.",
      );
    }
    for (const table of manifest.tables) {
      note(`checking ${table.name}`);
      await checkTable(directory, table);
    }
    rmSync(incoming, { recursive: true, force: true });
    restoreRepositories(manifest.repositoryFiles, join(directory, "repositories"), incoming);
    if (isOlder) {
      await sql.end({ timeout: 5 });
      await replaceDatabase(options, manifest, (other) =>
        other.begin((transaction) => fill(transaction, manifest, directory, note)),
      );
      sql = postgres(options.ownerUrl, { max: 1, onnotice: () => {} });
    } else await sql.begin((transaction) => fill(transaction, manifest, directory, note));
    exchange(incoming, join(options.dataDir, "repositories"));
    return manifest;
  } finally {
    rmSync(incoming, { recursive: true, force: true });
    await sql.end({ timeout: 5 });
  }
}

/** Whether the backup is of an older version, whose tables can be made and then migrated. */
async function compareSchema(sql: Sql, manifest: Manifest): Promise<boolean> {
  const here = await readSchemaVersion(sql);
  const isSameQueue = here.queueMigration === manifest.queueMigration;
  if (isSameQueue && here.migrations.join() === manifest.migrations.join()) return false;
  if (isSameQueue && manifest.migrations.every((name) => here.migrations.includes(name))) return true;
  throw new Refusal(
    `The backup has the tables of another version (last migration ${manifest.migrations.at(-1)}, here ${here.migrations.at(-1)}); restore it with the version that wrote it, then start this one.`,
  );
}

async function hasContent(sql: Sql): Promise<boolean> {
  const [row] = await sql<
    { found: boolean }[]
  >`select exists (select 1 from orgs) or exists (select 1 from people) as found`;
  return row?.found ?? false;
}

async function checkTable(directory: string, table: Manifest["tables"][number]): Promise<void> {
  const measured = measure();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const path = tablePath(directory, table.file);
  try {
    await pipeline(createReadStream(path), createGunzip(), measured.stream, nowhere);
  } catch {
    throw new Refusal(`${path} is missing or damaged; use another backup.`);
  }
  if (measured.sha256() !== table.sha256 || measured.rows() !== table.rows) {
    throw new Refusal(
      `${path} is damaged: its checksum or number of rows differs from the manifest; use another backup.`,
    );
  }
}

async function fill(
  transaction: TransactionSql,
  manifest: Manifest,
  directory: string,
  note: (text: string) => void,
): Promise<void> {
  await withoutTriggers(transaction);
  const known = new Map((await listTables(transaction)).map((table) => [table.name, new Set(table.columns)]));
  await transaction.unsafe(`truncate ${[...known.keys()].join(", ")}`);
  for (const table of manifest.tables) {
    const columns = known.get(table.name);
    if (columns === undefined || table.columns.some((column) => !columns.has(column))) {
      throw new Refusal(`The backup has a table or column that is not known here (${table.name}); use another backup.`);
    }
    note(table.name);
    const rows = await transaction.unsafe(`copy ${table.name} (${table.columns.join(", ")}) from stdin`).writable();
    await pipeline(createReadStream(tablePath(directory, table.file)), createGunzip(), rows);
    const [stored] = await transaction.unsafe<{ rows: number }[]>(`select count(*)::int as rows from ${table.name}`);
    if (stored?.rows !== table.rows)
      throw new Refusal(
        `${table.name} has ${stored?.rows} rows after reading and should have ${table.rows}; nothing was changed.`,
      );
  }
  for (const { name, lastValue } of manifest.sequences)
    await transaction`select setval(${name}::regclass, ${lastValue}::bigint)`;
}

/** Rows arrive in no order that foreign keys would accept, and are as they were: nothing has to react to them. */
async function withoutTriggers(transaction: TransactionSql): Promise<void> {
  try {
    await transaction`set local session_replication_role = replica`;
  } catch {
    throw new Refusal(
      "The owner of this database may not switch triggers off, which reading a backup needs; use a superuser in DATABASE_URL for it.",
    );
  }
}

function tablePath(directory: string, file: string): string {
  return join(directory, "tables", file.replaceAll(/[/\\]/g, "_"));
}

function exchange(incoming: string, current: string): void {
  const previous = `${current}.previous`;
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(current)) renameSync(current, previous);
  renameSync(incoming, current);
  rmSync(previous, { recursive: true, force: true });
}

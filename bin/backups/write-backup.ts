import { copyFileSync, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createGzip } from "node:zlib";
import postgres, { type TransactionSql } from "postgres";
import { Refusal } from "../refusal.ts";
import { copyRows } from "./copy-rows.ts";
import { type Manifest, manifestFile } from "./manifest.ts";
import { copyRepositories } from "./repository-files.ts";
import { measure } from "./streams.ts";
import { listSequences, listTables, readSchemaVersion, type Table } from "./tables.ts";

type Options = {
  ownerUrl: string;
  dataDir: string;
  directory: string;
  hasSecret: boolean;
  note: (text: string) => void;
};

/** Writes a backup of one moment. The directory appears when everything is in it, not before. */
export async function writeBackup(options: Options): Promise<Manifest> {
  if (existsSync(options.directory))
    throw new Refusal(`${options.directory} exists already; name a directory that does not.`);
  const draft = `${options.directory}.partial`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(join(draft, "tables"), { recursive: true, mode: 0o700 });
  const sql = postgres(options.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const database = await sql.begin("isolation level repeatable read read only", (transaction) =>
      copyDatabase(transaction, draft, options.note),
    );
    options.note("repositories");
    const repositoryFiles = copyRepositories(join(options.dataDir, "repositories"), join(draft, "repositories"));
    if (options.hasSecret) copyFileSync(join(options.dataDir, "secret"), join(draft, "secret"));
    const manifest: Manifest = {
      format: 1,
      createdAt: new Date().toISOString(),
      ...database,
      repositoryFiles,
      hasSecret: options.hasSecret,
    };
    writeFileSync(join(draft, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(draft, options.directory);
    return manifest;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function copyDatabase(transaction: TransactionSql, directory: string, note: (text: string) => void) {
  // An owner that row-level security hides rows from must fail here, not write a backup with holes.
  await transaction`set local row_security = off`;
  const version = await readSchemaVersion(transaction);
  const tables: Manifest["tables"] = [];
  for (const table of await listTables(transaction)) {
    note(table.name);
    tables.push(await copyTable(transaction, table, directory));
  }
  return { ...version, tables, sequences: await listSequences(transaction) };
}

async function copyTable(
  transaction: TransactionSql,
  table: Table,
  directory: string,
): Promise<Manifest["tables"][number]> {
  const file = `${table.name.replaceAll(/[^\w.]/g, "_")}.copy.gz`;
  const measured = measure();
  await copyRows(
    transaction,
    `select ${table.columns.join(", ")} from ${table.name}`,
    measured.stream,
    createGzip(),
    createWriteStream(join(directory, "tables", file), { mode: 0o600 }),
  );
  return { ...table, file, rows: measured.rows(), sha256: measured.sha256() };
}

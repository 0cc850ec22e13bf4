import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate } from "#db/migrate.ts";
import { roleUrl } from "#db/roles.ts";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { verifyAuditChain } from "#lib/audit/chain/verify-audit-chain.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";
import { createSecret } from "#lib/secrets/stored/create-secret.ts";
import { readBackup } from "./read-backup.ts";
import { listTables, readSchemaVersion } from "./tables.ts";
import { writeBackup } from "./write-backup.ts";

const { adminUrl, secret } = inject("database");
const made: string[] = [];
const note = () => {};
let database: TestDatabase;
let admin: Sql;
beforeAll(async () => {
  database = await testDatabase();
  admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  for (const name of made) await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.end();
  await closeTestDatabase();
});

async function makeDatabase(names?: string[]): Promise<string> {
  const name = `causeway_drill_${process.pid}_${made.length}`;
  await admin.unsafe(`create database ${name} template template0`);
  made.push(name);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await migrate({ ownerUrl: url.href, secret, ...(names === undefined ? {} : { names }) });
  return url.href;
}

async function sealAuditEntries(): Promise<void> {
  const jobs = postgres(roleUrl(database.ownerUrl, "jobs", secret), { max: 1, onnotice: () => {} });
  await jobs`select seal_audit_entries(5000)`;
  await jobs.end();
}

/** Per table: how many rows, and a checksum of them in whatever order. */
async function sumsOf(url: string): Promise<Record<string, { rows: number; sha256: string }>> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const sums: Record<string, { rows: number; sha256: string }> = {};
  for (const table of await listTables(sql)) {
    const columns = table.columns.join(", ");
    const rows = await sql.unsafe<{ row: string }[]>(
      `select (r)::text as row from (select ${columns} from ${table.name}) r`,
    );
    const hash = createHash("sha256");
    for (const line of rows.map(({ row }) => row).sort()) hash.update(line).update("\n");
    sums[table.name] = { rows: rows.length, sha256: hash.digest("hex") };
  }
  await sql.end();
  return sums;
}

const directory = () => mkdtempSync(join(tmpdir(), "causeway-drill-"));

test("a backup of three organizations, read into another database, is the same to the last row, and the product answers", async () => {
  const orgs: { org: TestOrg; secretId: string }[] = [];
  for (const name of ["one", "two", "three"]) {
    const org = await testOrg();
    await storeEntities(
      org,
      Array.from({ length: 20 }, (_, at) => testEntity(`${name}-${at}`, { title: `Täb\t and \\ "${at}" ☃` })),
    );
    const { id } = await createSecret.call(org.as("admin"), {
      name: "CI",
      purpose: "http-header",
      origin: "https://ci.example.com",
      value: `value of ${name}`,
    });
    orgs.push({ org, secretId: id });
  }
  await sealAuditEntries();
  const [from, to, place] = [directory(), directory(), join(directory(), "backup")];
  mkdirSync(join(from, "repositories/x.git/objects"), { recursive: true });
  writeFileSync(join(from, "repositories/x.git/objects/one"), "an object");
  const manifest = await writeBackup({
    ownerUrl: database.ownerUrl,
    dataDir: from,
    directory: place,
    hasSecret: false,
    note,
  });
  expect(manifest.tables.reduce((sum, table) => sum + table.rows, 0)).toBeGreaterThan(100);

  const restored = await makeDatabase();
  await readBackup({ ownerUrl: restored, secret, dataDir: to, directory: place, mayReplace: false, note });
  const [before, after] = [await sumsOf(database.ownerUrl), await sumsOf(restored)];
  expect(after).toEqual(before);
  expect(Object.values(after).filter(({ rows }) => rows > 0).length).toBeGreaterThan(10);
  expect(readFileSync(join(to, "repositories/x.git/objects/one"), "utf8")).toBe("an object");

  const sql = postgres(restored, { max: 1, onnotice: () => {} });
  for (const { org } of orgs) {
    const chain = await verifyAuditChain(sql, org, []);
    expect(chain).toMatchObject({ waiting: 0, problems: [] });
    expect(chain.count).toBeGreaterThan(0);
  }
  await sql.end();

  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["bin/backups/fixtures/ask-restored.ts", JSON.stringify(orgs.map(({ org, secretId }) => [org.id, secretId]))],
    {
      cwd: projectRoot(),
      env: {
        ...process.env,
        CAUSEWAY_APP_DATABASE_URL: roleUrl(restored, "app", secret),
        CAUSEWAY_QUERY_DATABASE_URL: roleUrl(restored, "query", secret),
      },
    },
  );
  expect(JSON.parse(stdout.trim().split("\n").at(-1) ?? "")).toEqual({
    readiness: null,
    answers: ["one", "two", "three"].map((name) => ({ members: 3, entities: 20, value: `value of ${name}` })),
  });
  await expect(
    readBackup({ ownerUrl: restored, secret, dataDir: to, directory: place, mayReplace: false, note }),
  ).rejects.toThrow(/--replace/);
}, 60_000);

test("a planted change of one byte in a backup is found before anything is changed", async () => {
  const place = join(directory(), "backup");
  const manifest = await writeBackup({
    ownerUrl: database.ownerUrl,
    dataDir: directory(),
    directory: place,
    hasSecret: false,
    note,
  });
  const table = manifest.tables.find(({ rows }) => rows > 0);
  const text = JSON.stringify(manifest).replace(table?.sha256 ?? "", "0".repeat(64));
  writeFileSync(join(place, "manifest.json"), text);
  const restored = await makeDatabase();
  await expect(
    readBackup({ ownerUrl: restored, secret, dataDir: directory(), directory: place, mayReplace: false, note }),
  ).rejects.toThrow(/damaged/);
  expect((await sumsOf(restored))["public.orgs"]?.rows).toBe(0);
});

test("a backup of an older version is read into its tables and then migrated; one of a newer version is refused", async () => {
  const files = readdirSync(join(projectRoot(), "db/migrations"))
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const older = files.slice(0, 6);
  const source = await makeDatabase(older);
  const sql = postgres(source, { max: 1, onnotice: () => {} });
  await sql`insert into orgs (slug, name) select 'org-' || n, 'Organization ' || n from generate_series(1, 3) n`;
  await sql`insert into outbox_events (org_id, topic, subject_id) select org_id, 'org.created', org_id::text from orgs`;
  await sql.end();
  const place = join(directory(), "backup");
  await writeBackup({ ownerUrl: source, dataDir: directory(), directory: place, hasSecret: false, note });

  const target = await makeDatabase();
  await readBackup({ ownerUrl: target, secret, dataDir: directory(), directory: place, mayReplace: false, note });
  const restored = postgres(target, { max: 1, onnotice: () => {} });
  expect((await readSchemaVersion(restored)).migrations).toEqual(files);
  expect((await restored`select slug from orgs order by slug`).map((row) => row["slug"])).toEqual([
    "org-1",
    "org-2",
    "org-3",
  ]);
  await restored.end();
  expect(
    await admin`select 1 from pg_database where datname like ${`%drill_${process.pid}%_incoming`} or datname like ${`%drill_${process.pid}%_previous`}`,
  ).toHaveLength(0);

  const newer = join(directory(), "backup");
  await writeBackup({ ownerUrl: target, dataDir: directory(), directory: newer, hasSecret: false, note });
  await expect(
    readBackup({ ownerUrl: source, secret, dataDir: directory(), directory: newer, mayReplace: true, note }),
  ).rejects.toThrow(/another version/);
}, 60_000);

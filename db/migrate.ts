import { randomInt } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import postgres from "postgres";
import { type DatabaseRole, roleNames, rolePassword, roleUrl } from "#db/roles.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

const oldestServer = 180000;

/** The server cannot be used; `message` is one sentence for the operator. */
export class MigrationError extends Error {}

type Options = {
  /** Connection of the role that owns the database. */
  ownerUrl: string;
  /** The installation's secret, from which the roles' passwords come. */
  secret: string;
  /** Only these: the schema of an older version, which a backup of it can be read into. */
  names?: string[];
  /** How often a migration is begun while other transactions hold its tables. */
  lockAttempts?: number;
};

/**
 * Brings a database to the current schema: roles, tables, the queue. Safe to run again, from several processes at once, and after it was
 * killed: each migration is one transaction.
 * @returns the names of the migrations that were applied by this call
 */
export async function migrate(options: Options): Promise<string[]> {
  const sql = postgres(options.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [server] = await sql<{ version: number; database: string }[]>`
      select current_setting('server_version_num')::int as version, current_database() as database`;
    if (server === undefined || server.version < oldestServer) {
      throw new MigrationError("Causeway needs PostgreSQL 18 or newer; upgrade the server that DATABASE_URL names.");
    }
    // One migrator at a time; the lock goes with the connection, also when the process is killed.
    await sql`select pg_advisory_lock(hashtext('causeway migrate'))`;
    await ensureRoles(sql, options.secret);
    const applied = await applyMigrations(sql, options);
    await migrateQueue(sql, server.database, options);
    return applied;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function ensureRoles(sql: postgres.Sql, secret: string): Promise<void> {
  for (const role of Object.keys(roleNames) as DatabaseRole[]) {
    await changeRoles(() => ensureRole(sql, roleNames[role], rolePassword(role, secret)));
  }
  for (const setting of [
    `${roleNames.app} set statement_timeout = '60s'`,
    `${roleNames.app} set lock_timeout = '10s'`,
    `${roleNames.app} set idle_in_transaction_session_timeout = '60s'`,
    `${roleNames.query} set statement_timeout = '10s'`,
    `${roleNames.query} set default_transaction_read_only = on`,
  ])
    await changeRoles(() => sql.unsafe(`alter role ${setting}`));
}

async function ensureRole(sql: postgres.Sql, name: string, password: string): Promise<void> {
  const [existing] = await sql<
    { canDoAnything: boolean }[]
  >`select rolsuper or rolbypassrls as "canDoAnything" from pg_roles where rolname = ${name}`;
  if (existing?.canDoAnything === true)
    throw new Error(
      `The role ${name} may pass row-level security; run: alter role ${name} nosuperuser nobypassrls; as a superuser.`,
    );
  // Only a superuser may as much as name these two of a role that is there already.
  const rights = existing === undefined ? "nosuperuser nobypassrls" : "";
  // Base64url passwords and constant names: nothing here can break out of the quotes.
  await sql.unsafe(
    `${existing === undefined ? "create" : "alter"} role ${name} login ${rights} password '${password}'`,
  );
  await sql.unsafe(`grant ${name} to current_user`);
}

const roleAttempts = 40;

/**
 * Roles belong to the cluster, and no lock of one database keeps another out: a migrator of that one may create or change the same role
 * at this very moment. Then it is done again.
 */
async function changeRoles(change: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await change();
      return;
    } catch (error) {
      if (attempt === roleAttempts || !isBesideAnother(error)) throw error;
      await sleep(randomInt(10, 60));
    }
  }
}

function isBesideAnother(error: unknown): boolean {
  if (!(error instanceof postgres.PostgresError)) return false;
  const sawItComing = error.code === "23505" || error.code === "42710";
  return sawItComing || (error.code === "XX000" && error.message.includes("tuple concurrently"));
}

async function applyMigrations(sql: postgres.Sql, { names, lockAttempts = 8 }: Options): Promise<string[]> {
  await sql`create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())`;
  // Whether the process fits the database is asked by each web process.
  await sql.unsafe(`grant select on schema_migrations to ${roleNames.app}`);
  const done = new Set((await sql<{ name: string }[]>`select name from schema_migrations`).map((row) => row.name));
  const directory = join(projectRoot(), "db/migrations");
  const files = (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
  const unknown = [...done].filter((name) => !files.includes(name));
  if (unknown.length > 0) {
    throw new MigrationError(
      `The database was made by a newer Causeway (it has ${unknown.join(", ")}); start that version or restore a backup from before it.`,
    );
  }
  const applied: string[] = [];
  for (const name of files) {
    if (done.has(name) || names?.includes(name) === false) continue;
    await applyMigration(sql, name, await readFile(join(directory, name), "utf8"), lockAttempts);
    applied.push(name);
  }
  return applied;
}

/** Waits two seconds for a lock at most: everybody who comes after would wait behind it. Then lets them pass, and tries again. */
async function applyMigration(sql: postgres.Sql, name: string, text: string, attempts: number): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sql.begin(async (transaction) => {
        await transaction`set local lock_timeout = '2s'`;
        await transaction.unsafe(text);
        await transaction`insert into schema_migrations (name) values (${name})`;
      });
      return;
    } catch (error) {
      if (!(error instanceof postgres.PostgresError) || error.code !== "55P03") throw error;
      if (attempt >= attempts) {
        throw new MigrationError(
          `${name} could not be applied: other transactions hold the tables that it changes; stop what else uses the database and start again. Nothing was changed.`,
        );
      }
      await sleep(500);
    }
  }
}

/**
 * The queue's own tables belong to the jobs role. The app role reaches them only through `enqueue_job`, which takes the organization
 * from the transaction, never from its caller.
 */
async function migrateQueue(
  sql: postgres.Sql,
  database: string,
  options: { ownerUrl: string; secret: string },
): Promise<void> {
  await sql.unsafe(`grant create on database ${quoteIdentifier(database)} to ${roleNames.jobs}`);
  const pool = new pg.Pool({ connectionString: roleUrl(options.ownerUrl, "jobs", options.secret), max: 2 });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool: pool, logger: (await import("#lib/kernel/jobs/queue-logger.ts")).queueLogger });
    await pool.query(await readFile(join(projectRoot(), "db/queue.sql"), "utf8"));
  } finally {
    await pool.end();
    await sql.unsafe(`revoke create on database ${quoteIdentifier(database)} from ${roleNames.jobs}`);
  }
}

function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

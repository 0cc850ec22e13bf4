import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import postgres from "postgres";
import { type DatabaseRole, roleNames, rolePassword, roleUrl } from "#db/roles.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

const oldestServer = 180000;

/** The server cannot be used; `message` is one sentence for the operator. */
export class MigrationError extends Error {}

/**
 * Brings a database to the current schema: roles, tables, the queue. Safe to run again and from several processes at once.
 * @param options.ownerUrl connection of the role that owns the database
 * @param options.secret the installation's secret, from which the roles' passwords come
 * @returns the names of the migrations that were applied by this call
 */
export async function migrate(options: { ownerUrl: string; secret: string }): Promise<string[]> {
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
    const applied = await applyMigrations(sql);
    await migrateQueue(sql, server.database, options);
    return applied;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function ensureRoles(sql: postgres.Sql, secret: string): Promise<void> {
  for (const role of Object.keys(roleNames) as DatabaseRole[]) {
    const name = roleNames[role];
    const password = rolePassword(role, secret);
    // Roles belong to the cluster: another database of it may be creating the same one right now.
    await sql`select pg_advisory_lock(hashtext('causeway roles'))`;
    try {
      const [existing] = await sql`select 1 from pg_roles where rolname = ${name}`;
      // Base64url passwords and constant names: nothing here can break out of the quotes.
      await sql.unsafe(
        `${existing === undefined ? "create" : "alter"} role ${name} login nosuperuser nobypassrls password '${password}'`,
      );
      await sql.unsafe(`grant ${name} to current_user`);
    } finally {
      await sql`select pg_advisory_unlock(hashtext('causeway roles'))`;
    }
  }
  await sql.unsafe(`alter role ${roleNames.app} set statement_timeout = '60s'`);
  await sql.unsafe(`alter role ${roleNames.app} set lock_timeout = '10s'`);
  await sql.unsafe(`alter role ${roleNames.app} set idle_in_transaction_session_timeout = '60s'`);
  await sql.unsafe(`alter role ${roleNames.query} set statement_timeout = '10s'`);
  await sql.unsafe(`alter role ${roleNames.query} set default_transaction_read_only = on`);
}

async function applyMigrations(sql: postgres.Sql): Promise<string[]> {
  await sql`create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())`;
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
    if (done.has(name)) continue;
    const text = await readFile(join(directory, name), "utf8");
    await sql.begin(async (transaction) => {
      await transaction`set local lock_timeout = '5s'`;
      await transaction.unsafe(text);
      await transaction`insert into schema_migrations (name) values (${name})`;
    });
    applied.push(name);
  }
  return applied;
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

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { migrate } from "#db/migrate.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

const files = readdirSync(join(projectRoot(), "db/migrations"))
  .filter((name) => name.endsWith(".sql"))
  .sort();
const { adminUrl, secret } = inject("database");
const made: string[] = [];
let admin: Sql;
beforeAll(() => {
  admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
});
// Each database that goes waits for a checkpoint.
afterAll(async () => {
  for (const name of made) await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.end();
}, 300_000);

async function makeDatabase(template = "template0"): Promise<string> {
  const name = `causeway_migrations_${process.pid}_${made.length}`;
  await admin.unsafe(`create database ${name} template ${template}`);
  made.push(name);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function using<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Everything that a schema consists of, as lines. Two databases with the same lines are the same to any program. */
const shapeOf = (url: string) =>
  using(url, async (sql) => {
    const rows = await sql<{ line: string }[]>`
      with own as (select oid from pg_namespace where nspname in ('public', 'graphile_worker'))
      select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' ' || a.attidentity::text || a.attgenerated::text as line
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.relnamespace in (select oid from own) and c.relkind in ('r', 'p', 'v')
      union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace in (select oid from own) and conrelid <> 0
      union all select 'index ' || pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace in (select oid from own)
      union all select 'policy ' || polrelid::regclass || ' ' || polname || ' ' || polcmd::text || polroles::regrole[]::text || coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') from pg_policy
      union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      union all select 'function ' || pg_get_functiondef(p.oid) || coalesce(p.proacl::text, '') from pg_proc p where p.pronamespace in (select oid from own) and p.prokind in ('f', 'p')
        and not exists (select 1 from pg_depend e where e.objid = p.oid and e.deptype = 'e')
      union all select 'rights ' || c.relname || ' ' || c.relrowsecurity || c.relforcerowsecurity || coalesce((select string_agg(x::text, ',' order by x::text) from unnest(c.relacl) x), '') from pg_class c where c.relnamespace in (select oid from own) and c.relkind in ('r', 'p', 'v')
      union all select 'migration ' || name from schema_migrations
      order by 1`;
    return rows.map(({ line }) => line);
  });

/** Rows of the first versions, as those versions would have written them. */
const seed = (url: string) =>
  using(url, async (sql) => {
    await sql`insert into orgs (slug, name) select 'org-' || n, 'Organization ' || n from generate_series(1, 3) n`;
    await sql`insert into people (email, name) select 'p' || n || '@example.com', 'Person ' || n from generate_series(1, 3) n`;
    await sql`insert into memberships (org_id, person_id, role) select o.org_id, p.id, 'admin' from orgs o, people p where right(o.slug, 1) = right(p.name, 1)`;
    await sql`insert into audit_entries (org_id, operation, door, actor_kind, actor_name, subject_kind, subject_id, subject_name, request_id)
      select org_id, 'org.create', 'seed', 'system', 'test', 'org', org_id::text, name, 'one' from orgs`;
    await sql`insert into outbox_events (org_id, topic, subject_id) select org_id, 'org.created', org_id::text from orgs`;
    await sql`insert into sessions (token_hash, person_id, expires_at) select decode(md5(email), 'hex'), id, now() + interval '1 day' from people`;
  });
const countsOf = (url: string) =>
  using(url, async (sql) => {
    const [counts] =
      await sql`select (select count(*)::int from orgs) as orgs, (select count(*)::int from memberships) as memberships,
      (select count(*)::int from audit_entries where operation = 'org.create') as audited, (select count(*)::int from outbox_events) as events, (select count(*)::int from sessions) as sessions`;
    return counts;
  });

let fresh: string[];
beforeAll(async () => {
  const url = await makeDatabase();
  expect(await migrate({ ownerUrl: url, secret })).toEqual(files);
  fresh = await shapeOf(url);
});

describe("from every schema that there ever was", () => {
  test.each(files.slice(0, -1).map((name, at) => ({ name, count: at + 1 })))("$name", async ({ count }) => {
    const url = await makeDatabase();
    await migrate({ ownerUrl: url, secret, names: files.slice(0, count) });
    await seed(url);
    const before = await countsOf(url);
    expect(await migrate({ ownerUrl: url, secret })).toEqual(files.slice(count));
    expect(await countsOf(url)).toEqual(before);
    expect(await shapeOf(url)).toEqual(fresh);
    expect(await migrate({ ownerUrl: url, secret })).toEqual([]);
  });
});

function startMigrator(url: string) {
  const program = `import(${JSON.stringify(join(projectRoot(), "db/migrate.ts"))}).then(({ migrate }) => migrate(${JSON.stringify({ ownerUrl: url, secret })}))`;
  return spawn(process.execPath, ["-e", program], { cwd: projectRoot(), env: process.env, stdio: "ignore" });
}

test("a migrator that is killed in the middle of a migration leaves the one before, and the next one goes on", async () => {
  const url = await makeDatabase();
  await migrate({ ownerUrl: url, secret, names: files.slice(0, 1) });
  await seed(url);
  await using(url, async (sql) => {
    // A migration that refers to organizations waits for this lock, in its middle.
    await sql.begin(async (transaction) => {
      await transaction`lock table orgs in exclusive mode`;
      const migrator = startMigrator(url);
      const isWaiting = async () =>
        (
          await admin`select 1 from pg_locks l join pg_database d on d.oid = l.database where not l.granted and l.locktype = 'relation' and d.datname = ${new URL(url).pathname.slice(1)}`
        ).length;
      await expect.poll(isWaiting, { timeout: 20_000, interval: 10 }).toBe(1);
      migrator.kill("SIGKILL");
      await once(migrator, "exit");
    });
    expect((await sql`select name from schema_migrations`).map((row) => row["name"])).toEqual(files.slice(0, 1));
  });
  const before = await countsOf(url);
  expect(await migrate({ ownerUrl: url, secret })).toEqual(files.slice(1));
  expect(await countsOf(url)).toEqual(before);
  expect(await shapeOf(url)).toEqual(fresh);
});

test("a migration does not wait long for a lock, since everybody else would wait behind it; it is tried again", async () => {
  const url = await makeDatabase();
  await migrate({ ownerUrl: url, secret, names: files.slice(0, 1) });
  const held = Promise.withResolvers<void>();
  const isLocked = Promise.withResolvers<void>();
  const holding = using(url, (sql) =>
    sql.begin(async (transaction) => {
      await transaction`lock table orgs in exclusive mode`;
      isLocked.resolve();
      await held.promise;
    }),
  );
  await isLocked.promise;
  await expect(migrate({ ownerUrl: url, secret, lockAttempts: 1 })).rejects.toThrow(/0002.*other transactions/);
  const migrating = migrate({ ownerUrl: url, secret });
  setTimeout(() => held.resolve(), 2_500);
  expect(await migrating).toEqual(files.slice(1));
  await holding;
}, 60_000);

test("two migrators at once do it once, and a database of a newer version is refused", async () => {
  const url = await makeDatabase();
  const both = await Promise.all([migrate({ ownerUrl: url, secret }), migrate({ ownerUrl: url, secret })]);
  expect(both.flat().sort()).toEqual(files);
  await using(url, (sql) => sql`insert into schema_migrations (name) values ('9999_later.sql')`);
  await expect(migrate({ ownerUrl: url, secret })).rejects.toThrow(/newer Causeway.*9999_later/);
});

test("an owner that is no superuser may migrate, at the first start and at every other one", async () => {
  const owner = `causeway_plain_${process.pid}`;
  const url = new URL(await makeDatabase());
  const database = url.pathname.slice(1);
  await admin.unsafe(`create role ${owner} login createrole password 'plain'`);
  try {
    await admin.unsafe(`alter database ${database} owner to ${owner}`);
    // On a server of its own it would have made these roles, and so have this right to them.
    for (const role of ["causeway_app", "causeway_query", "causeway_jobs"])
      await admin.unsafe(`grant ${role} to ${owner} with admin option`);
    url.username = owner;
    url.password = "plain";
    expect(await migrate({ ownerUrl: url.href, secret })).toEqual(files);
    expect(await migrate({ ownerUrl: url.href, secret })).toEqual([]);
  } finally {
    await admin.unsafe(`drop database ${database} with (force)`);
    await admin.unsafe(`drop owned by ${owner}; drop role ${owner}`);
  }
});

test("migrators of many databases of one cluster make and change the same roles beside each other", async () => {
  const places: string[] = [];
  for (let made = 0; made < 6; made += 1) places.push(await makeDatabase());
  const done = await Promise.all(places.map((ownerUrl) => migrate({ ownerUrl, secret, names: files.slice(0, 1) })));
  expect(done).toEqual(places.map(() => files.slice(0, 1)));
}, 120_000);

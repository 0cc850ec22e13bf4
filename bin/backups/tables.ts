import type { Sql, TransactionSql } from "postgres";

/** A table with the columns that are stored (generated ones come back by themselves). `name` is quoted and has its schema. */
export type Table = { name: string; columns: string[] };

/** Every table of ours and of the queue; not those that say which migrations ran, which belong to the program, and no extension's. */
export async function listTables(sql: Sql | TransactionSql): Promise<Table[]> {
  return await sql<Table[]>`
    select format('%I.%I', n.nspname, c.relname) as name,
      array_agg(format('%I', a.attname) order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
      and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
      and (n.nspname, c.relname) not in (('public', 'schema_migrations'), ('graphile_worker', 'migrations'))
      and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by n.nspname, c.relname
    order by n.nspname, c.relname`;
}

export async function listSequences(sql: Sql | TransactionSql): Promise<{ name: string; lastValue: string }[]> {
  return await sql<{ name: string; lastValue: string }[]>`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as "lastValue"
    from pg_sequences where last_value is not null order by 1`;
}

/** Which form the tables have: the migrations of ours and the last one of the queue's. */
export async function readSchemaVersion(
  sql: Sql | TransactionSql,
): Promise<{ migrations: string[]; queueMigration: number }> {
  const migrations = await sql<{ name: string }[]>`select name from schema_migrations order by name`;
  const [queue] = await sql<{ id: number }[]>`select max(id)::int as id from graphile_worker.migrations`;
  return { migrations: migrations.map((row) => row.name), queueMigration: queue?.id ?? 0 };
}

import { getTableName, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";

/** A column as PostgreSQL has it. */
export type StoredColumn = { table: string; column: string; type: string; isNullable: boolean };

const written: Record<string, string> = {
  "timestamp with time zone": "timestamptz",
  serial: "int4",
  integer: "int4",
  smallint: "int2",
  bigint: "int8",
  boolean: "bool",
  "double precision": "float8",
  real: "float4",
};

function typeOf(sqlType: string): string {
  const isList = sqlType.endsWith("[]");
  const base = sqlType.replace("[]", "").replace(/\(.*\)/, "");
  return `${isList ? "_" : ""}${written[base] ?? base}`;
}

/** The tables of a module of db/schema. */
export function tablesOf(module: Record<string, unknown>): PgTable[] {
  return Object.values(module).filter((value): value is PgTable => is(value, PgTable));
}

/** Where a drizzle table and the stored one differ: a column that one lacks, another type, or null allowed by one only. */
export function findDifferences(table: PgTable, stored: StoredColumn[]): string[] {
  const name = getTableName(table);
  const columns = stored.filter((column) => column.table === name);
  if (columns.length === 0) return [`${name}: there is no such table`];
  const declared = getTableConfig(table).columns;
  const missing = columns
    .filter(({ column }) => !declared.some((other) => other.name === column))
    .map(({ column }) => `${name}.${column}: not declared`);
  const different = declared.flatMap((column) => {
    const actual = columns.find((other) => other.column === column.name);
    const place = `${name}.${column.name}`;
    if (actual === undefined) return [`${place}: there is no such column`];
    const type = typeOf(column.getSQLType());
    if (type !== actual.type) return [`${place}: declared ${type}, stored ${actual.type}`];
    return column.notNull === !actual.isNullable
      ? []
      : [`${place}: ${actual.isNullable ? "can" : "cannot"} be null in the database`];
  });
  return [...missing, ...different];
}

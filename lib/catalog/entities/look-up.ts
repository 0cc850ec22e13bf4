import { type SQL, sql } from "drizzle-orm";

/** The two parts of an entity's name, each as an expression. */
export type NameSql = { blueprint: SQL; identifier: SQL };

/** The most rows that are looked up one by one. */
const fewRows = 100;

/**
 * Joins the entity of this name, or nulls, to about so many `rows`. Row-level security lets no condition come before its own that might
 * tell what it is given, and an expression over the other side of a join might. Looked up for each row apart, the name is a value that is
 * known, and the index is used. Many rows are joined at once instead: of an organization that has just come the planner knows nothing
 * yet, takes any index for as good as that of names, and would read all of its entities for every single row.
 */
export function lookUpEntity(orgId: string, alias: SQL, { blueprint, identifier }: NameSql, rows: number): SQL {
  const isIt = (entity: SQL) =>
    sql`${entity}.org_id = ${orgId}::uuid and ${entity}.blueprint = ${blueprint} and ${entity}.identifier = ${identifier}`;
  if (rows > fewRows) return sql`left join entities as ${alias} on ${isIt(alias)}`;
  return sql`left join lateral (
    select found.* from entities found where ${isIt(sql`found`)} offset 0) as ${alias} on true`;
}

/** What a reference such as `group:payments` names. */
export function nameIn(ref: SQL): NameSql {
  return { blueprint: sql`split_part(${ref}, ':', 1)`, identifier: sql`substr(${ref}, strpos(${ref}, ':') + 1)` };
}

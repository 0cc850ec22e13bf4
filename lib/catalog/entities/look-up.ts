import { type SQL, sql } from "drizzle-orm";

/** The two parts of an entity's name, each as an expression. */
export type NameSql = { blueprint: SQL; identifier: SQL };

/**
 * Joins the entity of this name, or nulls. Row-level security lets no condition come before its own that might tell what it is given, and
 * an expression over the other side of a join might. Looked up for each row apart, the name is a value that is known, and the index is used.
 */
export function lookUpEntity(orgId: string, alias: SQL, { blueprint, identifier }: NameSql): SQL {
  return sql`left join lateral (
    select found.* from entities found
    where found.org_id = ${orgId}::uuid and found.blueprint = ${blueprint} and found.identifier = ${identifier} offset 0) as ${alias} on true`;
}

/** What a reference such as `group:payments` names. */
export function nameIn(ref: SQL): NameSql {
  return { blueprint: sql`split_part(${ref}, ':', 1)`, identifier: sql`substr(${ref}, strpos(${ref}, ':') + 1)` };
}

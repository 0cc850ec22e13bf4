import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

/** The two parts of an entity's name, each as an expression. */
export type NameSql = { blueprint: SQL; identifier: SQL };

/** One row after the other, by the index of names; or all at once, joined with what the organization has. */
export type LookUp = "each" | "together";

/** The most rows that are looked up one by one whatever is known. */
const fewRows = 100;
/** From so many entities on that the planner knows of, no other index looks as good to it as that of names. */
const manyEntities = 1000;

/**
 * How so many names are best looked up. Of an organization that has just come the planner knows nothing yet: it takes any index for as good as
 * that of names, and would read all of its entities for every single row. Such an organization is small, so that they are joined at once. Of
 * any other each name is found by the index, where a join would read all that there is.
 */
export async function chooseLookUp(tx: Transaction, orgId: string, rows: number): Promise<LookUp> {
  if (rows <= fewRows) return "each";
  const [answer] = await tx.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) select from entities e where e.org_id = ${orgId}::uuid`,
  );
  return (answer?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0) >= manyEntities ? "each" : "together";
}

/**
 * Joins the entity of this name, or nulls. Row-level security lets no condition come before its own that might tell what it is given, and an
 * expression over the other side of a join might. Looked up for each row apart, the name is a value that is known, and the index is used.
 */
export function lookUpEntity(orgId: string, alias: SQL, { blueprint, identifier }: NameSql, way: LookUp): SQL {
  const isIt = (entity: SQL) =>
    sql`${entity}.org_id = ${orgId}::uuid and ${entity}.blueprint = ${blueprint} and ${entity}.identifier = ${identifier}`;
  if (way === "together") return sql`left join entities as ${alias} on ${isIt(alias)}`;
  return sql`left join lateral (
    select found.* from entities found where ${isIt(sql`found`)} offset 0) as ${alias} on true`;
}

/** What a reference such as `group:payments` names. */
export function nameIn(ref: SQL): NameSql {
  return { blueprint: sql`split_part(${ref}, ':', 1)`, identifier: sql`substr(${ref}, strpos(${ref}, ':') + 1)` };
}

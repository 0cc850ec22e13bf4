import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import pg from "pg";
import type { Sql } from "postgres";
import { database, type Transaction } from "#db/client.ts";
import { withSpan } from "#lib/kernel/telemetry/traces.ts";

/** Whose rows a transaction sees. */
export type TenantScope = { orgId: string; personId?: string | undefined };

type TransactionSession = ConstructorParameters<typeof PostgresJsTransaction>[1];

const dialect = new PgDialect();

/**
 * Runs `work` in a transaction that sees one organization's rows and no others: row-level security reads the setting made here.
 * It is made in the same message that begins the transaction, so there is no moment without it and no round trip for it.
 */
export function tenantTransaction<T>(
  scope: TenantScope,
  work: (tx: Transaction) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  const mode = options.readOnly ? "read only" : "read write";
  const [org, person] = [pg.escapeLiteral(scope.orgId), pg.escapeLiteral(scope.personId ?? "")];
  const opening = `begin ${mode}; select set_config('app.org', ${org}, true), set_config('app.person', ${person}, true)`;
  const transact = () => begin("app", opening, work);
  return withSpan("transaction", { "db.system.name": "postgresql", "causeway.mode": mode }, transact);
}

/**
 * Goes on in another organization, inside the same transaction, and comes back: for the one change that concerns two, making an
 * organization from within another. Whoever calls it has made sure that the caller may be there.
 */
export async function insideOrg<T>(
  tx: Transaction,
  scope: { from: string; to: string },
  work: () => Promise<T>,
): Promise<T> {
  const enter = (orgId: string) => tx.execute(sql`select set_config('app.org', ${orgId}, true)`);
  await enter(scope.to);
  const result = await work();
  await enter(scope.from);
  return result;
}

/**
 * Runs `work` outside any organization: sign-in, sessions, keys. Tenant tables look empty here, except a person's own memberships and
 * organizations when `personId` is given.
 */
export function globalTransaction<T>(work: (tx: Transaction) => Promise<T>, personId?: string): Promise<T> {
  return database("app").transaction(async (tx) => {
    if (personId !== undefined) await tx.execute(sql`select set_config('app.person', ${personId}, true)`);
    return work(tx);
  });
}

/**
 * Runs compiled catalog queries as the read-only query role, to which row-level security does not apply so that every index can be
 * used. Only the compiler of the query language makes statements for it: it puts the organization on every relation.
 */
export function compiledQueryTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return begin("query", "begin read only", work);
}

/** Runs `work` in a transaction that one message begins. */
function begin<T>(role: "app" | "query", opening: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database(role).$client.transaction(opening, (handle) => {
    // The handle can all that drizzle asks of it; only their types differ.
    const session = new PostgresJsSession(
      handle as unknown as Sql,
      dialect,
      undefined,
      {},
    ) as unknown as TransactionSession;
    return work(new PostgresJsTransaction(dialect, session, undefined) as unknown as Transaction);
  });
}

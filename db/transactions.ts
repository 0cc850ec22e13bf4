import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { database, type Transaction } from "#db/client.ts";

/** Whose rows a transaction sees. */
export type TenantScope = { orgId: string; personId?: string | undefined };

type TransactionSession = ConstructorParameters<typeof PostgresJsTransaction>[1];

const dialect = new PgDialect();

/**
 * Runs `work` in a transaction that sees one organization's rows and no others: row-level security reads the setting made here.
 * The setting is sent before `work` starts and not waited for (one round trip less): the connection keeps the order.
 */
export function tenantTransaction<T>(
  scope: TenantScope,
  work: (tx: Transaction) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  const { $client } = database("app");
  return $client.begin(options.readOnly ? "read only" : "read write", async (client) => {
    const scoped = client
      .unsafe("select set_config('app.org', $1, true), set_config('app.person', $2, true)", [
        scope.orgId,
        scope.personId ?? "",
      ])
      .execute();
    // The driver's transaction handle can all that drizzle asks of it; only their types differ.
    const session = new PostgresJsSession(
      client as unknown as Sql,
      dialect,
      undefined,
      {},
    ) as unknown as TransactionSession;
    const tx = new PostgresJsTransaction(dialect, session, undefined) as unknown as Transaction;
    // Both outcomes are awaited, so that neither can be left unhandled.
    const [setting, result] = await Promise.allSettled([scoped, work(tx)]);
    if (setting.status === "rejected") throw setting.reason;
    if (result.status === "rejected") throw result.reason;
    return result.value;
  }) as Promise<T>;
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
  return database("query").transaction(work, { accessMode: "read only" });
}

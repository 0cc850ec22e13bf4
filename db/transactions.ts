import { sql } from "drizzle-orm";
import { database, type Transaction } from "#db/client.ts";

/** Whose rows a transaction sees. */
export type TenantScope = { orgId: string; personId?: string | undefined };

/**
 * Runs `work` in a transaction that sees one organization's rows and no others: row-level security reads the setting made here.
 * The setting travels with the first statement of `work` instead of before it (one round trip less).
 */
export function tenantTransaction<T>(scope: TenantScope, work: (tx: Transaction) => Promise<T>, options: { readOnly?: boolean } = {}): Promise<T> {
  return database("app").transaction(
    async (tx) => {
      const scoped = tx.execute(sql`select set_config('app.org', ${scope.orgId}, true), set_config('app.person', ${scope.personId ?? ""}, true)`);
      // Sent now, in order, on this connection; both outcomes are awaited so that neither can be left unhandled.
      const [setting, result] = await Promise.allSettled([scoped, work(tx)]);
      if (setting.status === "rejected") throw setting.reason;
      if (result.status === "rejected") throw result.reason;
      return result.value;
    },
    options.readOnly ? { accessMode: "read only" } : undefined,
  );
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

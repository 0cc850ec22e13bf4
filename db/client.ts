import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { settings } from "#lib/kernel/env.ts";

export type Database = PostgresJsDatabase & { $client: Sql };
/** A drizzle transaction. The only way to reach tenant tables; made by `db/transactions.ts`. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

type PooledRole = "app" | "query";

declare global {
  var causewayDatabases: Partial<Record<PooledRole, Database>> | undefined;
}

/** The process's pool for a role. Kept on `globalThis`, as a bundler may load this file more than once. */
export function database(role: PooledRole): Database {
  globalThis.causewayDatabases ??= {};
  const pools = globalThis.causewayDatabases;
  pools[role] ??= connect(urlOf(role), role === "app" ? 10 : 5);
  return pools[role];
}

/** A pool of its own; `database` is the one to use, except in tests and tools. */
export function connect(url: string, max: number): Database {
  return drizzle(
    postgres(url, {
      max,
      onnotice: () => {},
      idle_timeout: 30,
      connect_timeout: 10,
      connection: { application_name: "causeway" },
    }),
  );
}

/** Closes this process's pools after the queries under way have ended. */
export async function closeDatabases(): Promise<void> {
  const pools = Object.values(globalThis.causewayDatabases ?? {});
  globalThis.causewayDatabases = {};
  await Promise.all(pools.map((pool) => pool.$client.end({ timeout: 5 })));
}

function urlOf(role: PooledRole): string {
  const { CAUSEWAY_APP_DATABASE_URL, CAUSEWAY_QUERY_DATABASE_URL } = settings();
  const url = role === "app" ? CAUSEWAY_APP_DATABASE_URL : CAUSEWAY_QUERY_DATABASE_URL;
  if (url === undefined) {
    throw new Error(`No connection for the ${role} role: start Causeway with npm start, which sets it.`);
  }
  return url;
}

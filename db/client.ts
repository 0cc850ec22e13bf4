import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { Connections } from "#db/connections.ts";
import { settings } from "#lib/kernel/env.ts";

export type Database = PostgresJsDatabase & { $client: Connections };
/** A drizzle transaction. The only way to reach tenant tables; made by `db/transactions.ts`. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

type PooledRole = "app" | "query";

declare global {
  var causewayPools: Partial<Record<PooledRole, Database>> | undefined;
}

/** The process's pool for a role. Kept on `globalThis`, as a bundler may load this file more than once. */
export function database(role: PooledRole): Database {
  globalThis.causewayPools ??= {};
  const pools = globalThis.causewayPools;
  pools[role] ??= connect(urlOf(role), role === "app" ? 10 : 5);
  return pools[role];
}

function connect(url: string, max: number): Database {
  // drizzle asks of its client what Connections offers; only their types differ.
  return drizzle(new Connections(url, max) as unknown as Sql) as unknown as Database;
}

/** Closes this process's pools after the queries under way have ended. */
export async function closeDatabases(): Promise<void> {
  const pools = Object.values(globalThis.causewayPools ?? {});
  globalThis.causewayPools = {};
  await Promise.all(pools.map((pool) => pool.$client.end(5_000)));
}

function urlOf(role: PooledRole): string {
  const { CAUSEWAY_APP_DATABASE_URL, CAUSEWAY_QUERY_DATABASE_URL } = settings();
  const url = role === "app" ? CAUSEWAY_APP_DATABASE_URL : CAUSEWAY_QUERY_DATABASE_URL;
  if (url === undefined) {
    throw new Error(`No connection for the ${role} role: start Causeway with npm start, which sets it.`);
  }
  return url;
}

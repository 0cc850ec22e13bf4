import { database } from "#db/client.ts";

/** The connections of this process's pools: used, idle, and waited for. */
export function readPoolUse(): { role: string; state: string; count: number }[] {
  return (["app", "query"] as const).flatMap((role) =>
    Object.entries(database(role).$client.use()).map(([state, count]) => ({ role, state, count })),
  );
}

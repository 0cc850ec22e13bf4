import pg from "pg";

/**
 * Proof of life: a session lock on the worker's id, on a connection that does nothing else. However the process ends, the database
 * drops the session and with it the lock; keep-alive packets let it notice a machine that vanished within some ten seconds.
 */
export async function holdAliveLock(
  url: string,
  workerId: string,
): Promise<{ lost: Promise<void>; release(): Promise<void> }> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `causeway ${workerId}`,
    options: "-c tcp_keepalives_idle=4 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3",
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
  });
  await client.connect();
  await client.query("select pg_advisory_lock(hashtext('causeway worker'), hashtext($1))", [workerId]);
  return { lost, release: () => client.end() };
}

import postgres from "postgres";

/** What a server at an address answers: ready, not (yet), or not to this password. */
export type Answer = { kind: "ready"; directory: string } | { kind: "silent" } | { kind: "password" };

/** Asks a server whose data it serves. */
export async function probe(url: string): Promise<Answer> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
  try {
    const [row] = await sql<{ directory: string }[]>`select current_setting('data_directory') as directory`;
    return { kind: "ready", directory: row?.directory ?? "" };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return code === "28P01" || code === "28000" ? { kind: "password" } : { kind: "silent" };
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

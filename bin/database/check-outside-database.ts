import postgres from "postgres";
import { Refusal } from "../refusal.ts";

const oldestServer = 180000;

/** Refuses an outside database that cannot be used, saying which part of DATABASE_URL to correct. The password is never shown. */
export async function checkOutsideDatabase(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  const place = `${url.hostname || "localhost"}:${url.port || 5432}`;
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [server] = await sql<{ version: number; text: string; mayCreateRoles: boolean }[]>`
      select current_setting('server_version_num')::int as version, current_setting('server_version') as text,
        (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as "mayCreateRoles"`;
    if (server === undefined || server.version < oldestServer) {
      throw new Refusal(
        `DATABASE_URL names a PostgreSQL ${server?.text} at ${place}, and Causeway needs 18 or newer; upgrade that server or use another.`,
      );
    }
    if (!server.mayCreateRoles) {
      throw new Refusal(
        `The user ${decodeURIComponent(url.username)} of DATABASE_URL may not create roles; run on that server: alter role "${decodeURIComponent(url.username)}" createrole`,
      );
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(explain(error, url, place));
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

function explain(error: unknown, url: URL, place: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const user = decodeURIComponent(url.username);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return `The host ${url.hostname} of DATABASE_URL is not known; correct its name.`;
  if (code === "28P01" || code === "28000")
    return `The server at ${place} does not accept user ${user} with the password in DATABASE_URL; correct them.`;
  if (code === "3D000")
    return `The server at ${place} has no database ${database}; create it (createdb ${database}) or correct DATABASE_URL.`;
  if (
    [
      "ECONNREFUSED",
      "CONNECT_TIMEOUT",
      "ETIMEDOUT",
      "EHOSTUNREACH",
      "ENETUNREACH",
      "CONNECTION_CLOSED",
      "ECONNRESET",
    ].includes(code)
  ) {
    return `No PostgreSQL answers at ${place} of DATABASE_URL; start it there, correct the address, or unset DATABASE_URL to use the embedded one.`;
  }
  return `The database of DATABASE_URL at ${place} cannot be used: ${error instanceof Error ? error.message : String(error)}.`;
}

import { sql } from "drizzle-orm";
import { tenantTransaction } from "#db/transactions.ts";
import { locationOf } from "#lib/ingestion/imports/read-source.ts";
import type { ImportSource } from "#lib/ingestion/imports/schema.ts";

/** Notes at a source that is known already that it could not be read, so that nobody takes what it said last for current. */
export async function noteFailure(orgId: string, source: ImportSource, failure: string): Promise<void> {
  if (source.kind !== "git") return;
  const location = locationOf(addressOf(source.url), source.ref, source.path);
  await tenantTransaction({ orgId }, (tx) =>
    tx.execute(sql`
      update sources s set failed_at = now(), failure = ${failure.slice(0, 500)}
      where s.org_id = ${orgId}::uuid and s.kind = 'git' and s.location = ${location}`),
  );
}

/** As it is stored: in the form that a URL has after it was read. */
function addressOf(text: string): string {
  const url = URL.parse(text);
  if (url === null) return text;
  url.hash = "";
  return url.href;
}

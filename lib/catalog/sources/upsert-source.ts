import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { EntitySource } from "#lib/catalog/entities/schema.ts";

export type StoredSource = { id: string; kind: string; name: string; precedence: number };

/** What a new source weighs: what somebody wrote by hand is meant, whatever the files say. Changeable for each source. */
const precedenceOfKind: Partial<Record<EntitySource["kind"], number>> = { person: 300, program: 200 };
const usualPrecedence = 100;

/** Notes that a source speaks, for the first time or again. */
export async function upsertSource(tx: Transaction, org: string, source: EntitySource): Promise<StoredSource> {
  const precedence = precedenceOfKind[source.kind] ?? usualPrecedence;
  const [row] = await tx.execute<StoredSource>(sql`
    insert into sources (org_id, kind, name, location, revision, precedence)
    values (${org}::uuid, ${source.kind}, ${source.name}, ${source.location}, ${source.revision ?? null}, ${precedence})
    on conflict (org_id, kind, location) do update set name = excluded.name, revision = excluded.revision, last_imported_at = now(),
      failed_at = null, failure = null
    returning id, kind, name, precedence`);
  if (row === undefined) throw new Error("A source was not stored");
  return row;
}

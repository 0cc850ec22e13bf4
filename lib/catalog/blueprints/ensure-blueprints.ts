import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { shippedBlueprints } from "#lib/catalog/blueprints/shipped-blueprints.ts";

/**
 * Makes sure that blueprints exist for these identifiers, so that a kind nobody knows is kept instead of refused. Runs inside the
 * transaction of a command, which audits it.
 */
export async function ensureBlueprints(tx: Transaction, orgId: string, identifiers: string[]): Promise<void> {
  const shipped = new Map(shippedBlueprints.map((blueprint) => [blueprint.identifier, blueprint]));
  const rows = [...new Set(identifiers)].map(
    (identifier) =>
      shipped.get(identifier) ?? {
        identifier,
        title: sentence(identifier),
        pluralTitle: `${sentence(identifier)}s`,
        icon: "box",
        position: 100,
      },
  );
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into blueprints (org_id, identifier, title, plural_title, icon, position)
    select ${orgId}::uuid, r.identifier, r.title, r."pluralTitle", r.icon, r.position
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(identifier text, title text, "pluralTitle" text, icon text, position integer)
    where not exists (select 1 from blueprints b where b.org_id = ${orgId}::uuid and b.identifier = r.identifier)
    on conflict do nothing`);
}

function sentence(identifier: string): string {
  return identifier.charAt(0).toUpperCase() + identifier.slice(1);
}

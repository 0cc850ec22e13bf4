import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import { type BlueprintDefinition, type BlueprintDetail, openDefinition } from "#lib/catalog/blueprints/schema.ts";
import { shippedBlueprint, shippedBlueprints } from "#lib/catalog/blueprints/shipped-blueprints.ts";

type Row = {
  identifier: string;
  title: string;
  pluralTitle: string;
  icon: string;
  description: string | null;
  definition: BlueprintDefinition | null;
  isMade: boolean;
  version: number;
  updatedAt: string;
};

/**
 * The kinds of an organization with what they are made of: what is stored, and the shipped ones that nothing has used yet.
 * `identifiers` narrows them; those that do not exist are left out.
 */
export async function readBlueprints(
  tx: Transaction,
  orgId: string,
  identifiers?: string[],
): Promise<Map<string, BlueprintDetail>> {
  const narrowed = identifiers === undefined ? sql`` : sql`and b.identifier = any(${sql.param(identifiers)}::text[])`;
  const rows = await tx.execute<Row>(sql`
    select b.identifier, b.title, b.plural_title as "pluralTitle", b.icon, b.description, b.definition, b.is_made as "isMade", b.version,
      ${iso(sql`b.updated_at`)} as "updatedAt"
    from blueprints b where b.org_id = ${orgId}::uuid ${narrowed}
    order by b.position, b.plural_title, b.identifier`);
  const stored = new Map([...rows].map((row) => [row.identifier, toDetail(row)]));
  for (const { position: _, ...shipped } of shippedBlueprints) {
    const isAsked = identifiers === undefined || identifiers.includes(shipped.identifier);
    if (isAsked && !stored.has(shipped.identifier))
      stored.set(shipped.identifier, { ...shipped, origin: "shipped", isChanged: false, version: 1, updatedAt: null });
  }
  return stored;
}

function toDetail({ isMade, description, definition, ...row }: Row): BlueprintDetail {
  const shipped = shippedBlueprint(row.identifier);
  const isShipped = shipped !== null && !isMade;
  const origin = isShipped ? "shipped" : definition === null ? "imported" : "made";
  return {
    ...row,
    description: description ?? shipped?.description ?? "",
    definition: definitionOf(row.identifier, definition),
    origin,
    isChanged: origin === "shipped" && definition !== null,
  };
}

/** What a kind is made of, as a row has it; null for a kind that is as it ships, or that nobody described. */
export function definitionOf(identifier: string, stored: BlueprintDefinition | null): BlueprintDefinition {
  // What was stored before a part of definitions existed is read with that part's default.
  const definition: Partial<BlueprintDefinition> = stored ?? shippedBlueprint(identifier)?.definition ?? {};
  const relations = (definition.relations ?? []).map((relation) => ({ ...plainRelation, ...relation }));
  const derived = (definition.derived ?? []).map((property) =>
    property.kind === "mirrored" ? { ...plainMirrored, ...property } : property,
  );
  return { ...openDefinition, ...definition, derived, relations };
}

const plainRelation = { properties: [], hasDates: false };
const plainMirrored = { isAnyDepth: false, isOwnFirst: false };

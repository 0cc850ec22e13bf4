import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import { fieldsOf, rankContributions } from "#lib/catalog/contributions/merge-contributions.ts";
import { readLayers } from "#lib/catalog/contributions/read-layers.ts";
import { describeDerived, describePath } from "#lib/catalog/derived/describe-derived.ts";
import { entityRoute } from "#lib/catalog/entities/entity-views.ts";
import { canonicalText } from "#lib/catalog/entities/imports/hash-entity.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

// How far back it is looked for the moment in which a field came to be what it is.
const versionsLookedAt = 100;

const Field = z.object({
  /** Such as `title`, `properties.tier`, `relations.partOf`. */
  field: z.string(),
  value: z.unknown(),
  sourceId: z.string(),
  /** When it came to be what it is, as far as the last 100 versions tell; null when it is older, and for relations. */
  since: z.string().nullable(),
  by: z.string().nullable(),
  /** What others say about it, the next in line first. */
  others: z.array(z.object({ sourceId: z.string(), value: z.unknown() })),
});
type Field = z.output<typeof Field>;
type Version = { at: string; by: string; document: Record<string, unknown> };

/** Who says what about an entity: for each field the source that has the say, since when, and what the others say. */
export const getProvenance = query({
  name: "entity.get-provenance",
  permission: "entity:read",
  route: { method: "GET", path: "/entity-provenance", summary: "Read who says what about an entity" },
  input: z.strictObject({
    ...entityRoute,
    since: z
      .enum(["read", "skip"])
      .default("read")
      .describe("Whether the history is read for when each value came to be"),
  }),
  output: z.object({
    /** The one whose word weighs most first. */
    sources: z.array(
      z.object({ id: z.string(), kind: z.string(), name: z.string(), precedence: z.number(), at: z.string() }),
    ),
    fields: z.array(Field),
    /** What nobody says because it is worked out, and how: properties, and the owner where it is inherited. */
    derived: z.array(
      z.object({
        field: z.string(),
        kind: z.enum(["calculated", "mirrored", "aggregated", "inherited"]),
        how: z.string(),
      }),
    ),
  }),
  async run({ ctx, tx, input }) {
    const org = ctx.org.id;
    const rows = await tx.execute<{ id: string }>(sql`
      select e.id from entities e where e.org_id = ${org}::uuid and e.blueprint = ${input.blueprint} and e.identifier = ${input.identifier}`);
    const [entity] = await readLayers(
      tx,
      org,
      rows.map(({ id }) => id),
      { lock: false },
    );
    if (entity === undefined)
      throw new AppError("not_found", `There is no ${input.blueprint} ${input.identifier} in the catalog.`);
    const versions =
      input.since === "skip"
        ? []
        : await tx.execute<Version>(sql`
      select ${iso(sql`v.at`)} as at, v.actor_name as by, v.document from entity_versions v
      where v.org_id = ${org}::uuid and v.entity_id = ${entity.id}::uuid order by v.version desc limit ${versionsLookedAt}`);
    const ranked = rankContributions(entity.layers);
    const fields = new Map<string, Field>();
    for (const { sourceId, document } of ranked) {
      for (const [field, value] of fieldsOf(document)) {
        const known = fields.get(field);
        if (known !== undefined) known.others.push({ sourceId, value });
        else fields.set(field, { field, value, sourceId, ...sinceWhen([...versions], field), others: [] });
      }
    }
    const sources = ranked.map(({ sourceId: id, kind, name, precedence, at }) => ({ id, kind, name, precedence, at }));
    return {
      sources,
      fields: [...fields.values()].sort((one, other) => (one.field < other.field ? -1 : 1)),
      derived: derivedFields(await readBlueprints(tx, org, [input.blueprint]), input.blueprint, fields.has("owner")),
    };
  },
});

function derivedFields(kinds: Awaited<ReturnType<typeof readBlueprints>>, kind: string, hasOwner: boolean) {
  const definition = kinds.get(kind)?.definition;
  const properties = (definition?.derived ?? []).map((property) => ({
    field: `properties.${property.identifier}`,
    kind: property.kind,
    how: describeDerived(property),
  }));
  if (hasOwner || definition?.ownership.type !== "inherited") return properties;
  return [...properties, { field: "owner", kind: "inherited" as const, how: describePath(definition.ownership.path) }];
}

function sinceWhen(versions: Version[], field: string): { since: string | null; by: string | null } {
  const unknown = { since: null, by: null };
  const [newest] = versions;
  if (newest === undefined || field.startsWith("relations.")) return unknown;
  const now = canonicalText(valueAt(newest.document, field));
  const earlier = versions.findIndex(({ document }) => canonicalText(valueAt(document, field)) !== now);
  const first =
    earlier < 0 ? (versions.length < versionsLookedAt ? versions.at(-1) : undefined) : versions[earlier - 1];
  return first === undefined ? unknown : { since: first.at, by: first.by };
}

function valueAt(document: Record<string, unknown>, field: string): unknown {
  const at = field.indexOf(".");
  if (at < 0) return document[field] ?? null;
  const map = document[field.slice(0, at)];
  return (map as Record<string, unknown> | null | undefined)?.[field.slice(at + 1)] ?? null;
}

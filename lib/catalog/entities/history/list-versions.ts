import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import { entityRoute } from "#lib/catalog/entities/entity-views.ts";
import { diffDocuments } from "#lib/catalog/entities/history/diff-documents.ts";
import { describeChange, type RelationChange, relationChangesSql } from "#lib/catalog/relations/relation-changes.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

export const EntityVersion = z.object({
  version: z.number(),
  at: z.string(),
  actorKind: z.string(),
  actorName: z.string(),
  door: z.string(),
  sourceName: z.string().nullable(),
  sourceKind: z.string().nullable(),
  /** Empty in the first version: everything was new. */
  changes: z.array(z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type EntityVersion = z.infer<typeof EntityVersion>;

type VersionRow = Omit<EntityVersion, "changes"> & { document: unknown; earlier: unknown; relations: RelationChange[] };

/** How an entity came to be what it is: its versions, newest first, each with what differs from the one before. */
export const listVersions = query({
  name: "entity.list-versions",
  permission: "entity:read",
  route: { method: "GET", path: "/entity-versions", summary: "List the versions of an entity with what changed" },
  input: z.strictObject({
    ...entityRoute,
    before: z.coerce.number().int().min(1).optional().describe("Only versions older than this one"),
    version: z.coerce.number().int().min(1).optional().describe("Only this one"),
    field: z
      .string()
      .max(400)
      .optional()
      .describe("Only versions in which this field changed, such as title or properties.tier"),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({ items: z.array(EntityVersion), nextBefore: z.number().nullable() }),
  async run({ ctx, tx, input }) {
    const org = ctx.org.id;
    const self = sql`(select e.id from entities e where e.org_id = ${org}::uuid and e.blueprint = ${input.blueprint} and e.identifier = ${input.identifier})`;
    const narrowed = [
      input.before === undefined ? sql`` : sql` and v.version < ${input.before}`,
      input.version === undefined ? sql`` : sql` and v.version = ${input.version}`,
      input.field === undefined ? sql`` : sql` and ${changed(org, input.field)}`,
    ];
    const rows = await tx.execute<VersionRow>(sql`
      select v.version, ${iso(sql`v.at`)} as at, v.actor_kind as "actorKind", v.actor_name as "actorName", v.door, s.name as "sourceName",
        s.kind as "sourceKind", v.document, w.document as earlier, ${relationChangesSql(org, sql`v`)} as relations
      from entity_versions v
      left join entity_versions w on w.org_id = ${org}::uuid and w.entity_id = v.entity_id and w.version = v.version - 1
      left join sources s on s.org_id = ${org}::uuid and s.id = v.source_id
      where v.org_id = ${org}::uuid and v.entity_id = ${self}${sql.join(narrowed)}
      order by v.version desc limit ${input.limit + 1}`);
    if (rows.length === 0 && (await isUnknown(tx, self)))
      throw new AppError("not_found", `There is no ${input.blueprint} ${input.identifier} in the catalog.`);
    const shown = rows.slice(0, input.limit);
    const items = shown.map(({ document, earlier, relations, ...version }) => {
      if (earlier === null) return { ...version, changes: [] };
      const fields = diffDocuments(earlier, document);
      // An owner is a relation too; it is said once.
      const isOwnerSaid = fields.some(({ path }) => path === "owner");
      const others = relations.filter(({ type }) => !(isOwnerSaid && type === "ownedBy"));
      return { ...version, changes: [...fields, ...others.map(describeChange)] };
    });
    return { items, nextBefore: rows.length > input.limit ? (shown.at(-1)?.version ?? null) : null };
  },
});

/** Whether a field differs between a version and the one before; the first version has all that it has. */
function changed(org: string, field: string): SQL {
  if (field.startsWith("relations."))
    return sql`exists (select from entity_relation_changes c where c.org_id = ${org}::uuid and c.entity_id = v.entity_id
      and c.version = v.version and c.type = ${field.slice("relations.".length)})`;
  const at = field.indexOf(".");
  const path = at < 0 ? [field] : [field.slice(0, at), field.slice(at + 1)];
  const value = (document: SQL) => sql`nullif(${document} #> ${sql.param(path)}::text[], 'null')`;
  return sql`${value(sql`v.document`)} is distinct from ${value(sql`w.document`)}`;
}

async function isUnknown(tx: Transaction, self: SQL): Promise<boolean> {
  const [row] = await tx.execute<{ id: string | null }>(sql`select ${self} as id`);
  return row === undefined || row.id === null;
}

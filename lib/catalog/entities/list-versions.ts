import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { diffDocuments } from "#lib/catalog/entities/diff-documents.ts";
import { entityRoute } from "#lib/catalog/entities/entity-views.ts";
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
  /** Empty in the first version: everything was new. */
  changes: z.array(z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type EntityVersion = z.infer<typeof EntityVersion>;

type VersionRow = Omit<EntityVersion, "changes"> & { document: unknown; relations: RelationChange[] };

/** How an entity came to be what it is: its versions, newest first, each with what differs from the one before. */
export const listVersions = query({
  name: "entity.list-versions",
  permission: "entity:read",
  route: { method: "GET", path: "/entity-versions", summary: "List the versions of an entity with what changed" },
  input: z.strictObject({
    ...entityRoute,
    before: z.coerce.number().int().min(1).optional().describe("Only versions older than this one"),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({ items: z.array(EntityVersion), nextBefore: z.number().nullable() }),
  async run({ ctx, tx, input }) {
    const org = ctx.org.id;
    const self = sql`(select e.id from entities e where e.org_id = ${org}::uuid and e.blueprint = ${input.blueprint} and e.identifier = ${input.identifier} and not e.is_archived)`;
    // One more than is shown: the oldest shown is compared with it.
    const rows = await tx.execute<VersionRow>(sql`
      select v.version, ${iso(sql`v.at`)} as at, v.actor_kind as "actorKind", v.actor_name as "actorName", v.door, s.name as "sourceName", v.document,
        ${relationChangesSql(org, sql`v`)} as relations
      from entity_versions v left join sources s on s.org_id = ${org}::uuid and s.id = v.source_id
      where v.org_id = ${org}::uuid and v.entity_id = ${self} ${input.before === undefined ? sql`` : sql`and v.version < ${input.before}`}
      order by v.version desc limit ${input.limit + 1}`);
    if (rows.length === 0 && input.before === undefined) {
      throw new AppError("not_found", `There is no ${input.blueprint} ${input.identifier} in the catalog.`);
    }
    const shown = rows.slice(0, input.limit);
    const items = shown.map(({ document, relations, ...version }, index) => {
      const older = rows[index + 1];
      if (older === undefined) return { ...version, changes: [] };
      const fields = diffDocuments(older.document, document);
      // An owner is a relation too; it is said once.
      const isOwnerSaid = fields.some(({ path }) => path === "owner");
      const others = relations.filter(({ type }) => !(isOwnerSaid && type === "ownedBy"));
      return { ...version, changes: [...fields, ...others.map(describeChange)] };
    });
    return { items, nextBefore: rows.length > input.limit ? (shown.at(-1)?.version ?? null) : null };
  },
});

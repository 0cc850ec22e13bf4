import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { EntityOrigin, entityRoute } from "#lib/catalog/entities/entity-views.ts";
import { sourceKinds } from "#lib/catalog/sources/list-sources.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

export const EntitySourceState = z.object({
  id: z.string(),
  kind: z.enum(sourceKinds),
  name: z.string(),
  location: z.string(),
  revision: z.string().nullable(),
  precedence: z.number(),
  /** The file and line that describe it. */
  origin: EntityOrigin.nullable(),
  /** When the source was last read; for what people and programs say, when they said it. */
  lastSeenAt: z.string(),
  /** The last reading, when it did not work: what is shown is from the one before. */
  failedAt: z.string().nullable(),
  failure: z.string().nullable(),
  /** Since when a complete reading does not name the entity any more. */
  missingSince: z.string().nullable(),
});
export type EntitySourceState = z.output<typeof EntitySourceState>;

/** Where an entity is described, whose word weighs most first, and how each of these sources is. */
export const listEntitySources = query({
  name: "source.list-entity-sources",
  permission: "source:read",
  route: { method: "GET", path: "/entity-sources", summary: "List the sources of an entity with their state" },
  input: z.strictObject(entityRoute),
  output: z.object({ items: z.array(EntitySourceState) }),
  async run({ ctx, tx, input }) {
    const org = ctx.org.id;
    const rows = await tx.execute<{ items: EntitySourceState[] }>(sql`
      select (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'name', s.name, 'location', s.location, 'revision', s.revision,
          'precedence', s.precedence, 'origin', d.origin, 'lastSeenAt',
          ${iso(sql`case when s.kind in ('person', 'program') then d.at else greatest(d.at, s.last_imported_at) end`)},
          'failedAt', ${iso(sql`s.failed_at`)}, 'failure', s.failure, 'missingSince', ${iso(sql`a.since`)})
          order by s.precedence desc, d.at desc), '[]')
        from (
          select e.source_id, e.origin, e.updated_at as at where not e.is_layered
          union all
          select c.source_id, c.origin, c.at from entity_contributions c where c.org_id = ${org}::uuid and c.entity_id = e.id) d
        join sources s on s.org_id = ${org}::uuid and s.id = d.source_id
        left join entity_absences a on a.org_id = ${org}::uuid and a.entity_id = e.id and a.source_id = s.id) as items
      from entities e where e.org_id = ${org}::uuid and e.blueprint = ${input.blueprint} and e.identifier = ${input.identifier}`);
    const [row] = rows;
    if (row === undefined)
      throw new AppError("not_found", `There is no ${input.blueprint} ${input.identifier} in the catalog.`);
    return row;
  },
});

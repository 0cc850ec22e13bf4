import { sql } from "drizzle-orm";
import { z } from "zod";
import { entityRoute } from "#lib/catalog/entities/entity-views.ts";
import { labelRelation, readRelationTitles } from "#lib/catalog/relations/relation-titles.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

const shownPerRelation = 10;

const Pointing = z.object({
  type: z.string(),
  label: z.string(),
  count: z.number(),
  examples: z.array(z.object({ blueprint: z.string(), identifier: z.string(), title: z.string() })),
});
type Pointing = z.output<typeof Pointing>;

/** What it would mean to archive or delete an entity: who points at it and would point at nothing, and which import would bring it back. */
export const previewRemoval = query({
  name: "entity.preview-removal",
  permission: "entity:read",
  route: { method: "GET", path: "/entity-removal", summary: "See what removing an entity would mean" },
  input: z.strictObject(entityRoute),
  output: z.object({
    version: z.number(),
    /** Relations that would dangle, as read from the entity. */
    pointing: z.array(Pointing),
    owned: z.number(),
    versions: z.number(),
    /** Sources that describe it and would bring it back with their next import. */
    comesBackWith: z.array(z.object({ id: z.string(), kind: z.string(), name: z.string() })),
  }),
  async run({ ctx, tx, input }) {
    const org = ctx.org.id;
    const [entity] = await tx.execute<{
      id: string;
      version: number;
      owned: number;
      versions: number;
      comesBackWith: { id: string; kind: string; name: string }[];
    }>(sql`
      select e.id, e.version,
        (select count(*)::integer from entities o where o.org_id = ${org}::uuid and o.owner_id = e.id and not o.is_archived) as owned,
        (select count(*)::integer from entity_versions v where v.org_id = ${org}::uuid and v.entity_id = e.id) as versions,
        (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'name', s.name) order by s.name), '[]') from sources s
          where s.org_id = ${org}::uuid and s.kind not in ('person', 'program', 'action', 'seed') and (s.id = e.source_id
            or s.id in (select c.source_id from entity_contributions c where c.org_id = ${org}::uuid and c.entity_id = e.id))) as "comesBackWith"
      from entities e where e.org_id = ${org}::uuid and e.blueprint = ${input.blueprint} and e.identifier = ${input.identifier}`);
    if (entity === undefined)
      throw new AppError("not_found", `There is no ${input.blueprint} ${input.identifier} in the catalog.`);
    const rows = await tx.execute<Omit<Pointing, "label">>(sql`
      select p.type, max(p.count)::integer as count,
        jsonb_agg(jsonb_build_object('blueprint', f.blueprint, 'identifier', f.identifier, 'title', f.title) order by f.title) as examples
      from (select r.type, r.from_id, count(*) over (partition by r.type) as count, row_number() over (partition by r.type order by r.from_id) as place
        from relations r where r.org_id = ${org}::uuid and r.to_id = ${entity.id}::uuid) p
      join entities f on f.org_id = ${org}::uuid and f.id = p.from_id
      where p.place <= ${shownPerRelation} group by p.type order by p.type`);
    const { id: _, ...rest } = entity;
    const kindsOf = ({ examples }: { examples: Pointing["examples"] }) => examples.map(({ blueprint }) => blueprint);
    const titles = await readRelationTitles(tx, org, [...rows].flatMap(kindsOf));
    const labelOf = (row: Omit<Pointing, "label">) =>
      labelRelation(titles, { type: row.type, direction: "incoming" }, kindsOf(row));
    return { ...rest, pointing: [...rows].map((row) => ({ ...row, label: labelOf(row) })) };
  },
});

import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { checkEntity } from "#lib/catalog/blueprints/check-entity.ts";
import { definitionOf } from "#lib/catalog/blueprints/read-blueprints.ts";
import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import { findReferences } from "#lib/catalog/definitions/find-references.ts";
import { describeDerived } from "#lib/catalog/derived/describe-derived.ts";
import { ownerProblem, pendingSince } from "#lib/catalog/derived/stated.ts";
import {
  type EntityDetail,
  EntityDetail as EntityDetailSchema,
  entityRoute,
} from "#lib/catalog/entities/entity-views.ts";
import { toReference } from "#lib/catalog/entities/summary-row.ts";
import { holdsSql, relationDetailsSql } from "#lib/catalog/relations/details-sql.ts";
import { groupRelations, type RelationRow } from "#lib/catalog/relations/group-relations.ts";
import { readRelationTitles } from "#lib/catalog/relations/relation-titles.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

// A team may own thousands: a page shows the first of each type and says how many there are.
const relationsPerType = 100;

type EntityRow = Omit<EntityDetail, "owner" | "relations" | "misfits" | "derived" | "references" | "ownerProblem"> & {
  ownerRef: string | null;
  ownerTitle: string | null;
  definition: BlueprintDefinition | null;
  derivedNames: string[];
  problems: Record<string, string> | null;
};

/** One entity with its owner, relations in both directions, and where it comes from. */
export const getEntity = query({
  name: "entity.get",
  permission: "entity:read",
  route: { method: "GET", path: "/entities/{blueprint}/{+identifier}", summary: "Read one entity" },
  input: z.strictObject({
    ...entityRoute,
    archived: z.enum(["exclude", "include"]).default("exclude").describe("Whether it is found when it is archived"),
  }),
  output: EntityDetailSchema,
  async run({ ctx, tx, input }) {
    const key = sql`e.org_id = ${ctx.org.id}::uuid and e.blueprint = ${input.blueprint} and e.identifier = ${input.identifier} and (not e.is_archived or ${input.archived === "include"}::boolean)`;
    const [[row], relations] = await Promise.all([
      tx.execute<EntityRow>(entityStatement(ctx.org.id, key)),
      tx.execute<RelationRow>(relationsStatement(ctx.org.id, key)),
    ]);
    if (row === undefined)
      throw new AppError("not_found", `There is no ${input.blueprint} ${input.identifier} in the catalog.`);
    const { ownerRef, ownerTitle, definition: stored, derivedNames, problems, ...entity } = row;
    const stated = relations
      .filter(({ direction }) => direction === "outgoing")
      .map(({ details, ...end }) => ({ ...end, ...details }));
    // What is derived is nobody's word, so it cannot be a wrong one.
    const properties = Object.fromEntries(
      Object.entries(entity.properties).filter(([name]) => !derivedNames.includes(name)),
    );
    const described = { ...entity, ownerRef, properties, relations: stated };
    const definition = definitionOf(input.blueprint, stored);
    const stating = relations.map(({ direction, blueprint }) =>
      direction === "outgoing" ? input.blueprint : blueprint,
    );
    const titles = await readRelationTitles(tx, ctx.org.id, stating);
    return {
      ...entity,
      owner: toReference(ownerRef, ownerTitle),
      ownerProblem: problems?.[ownerProblem] ?? null,
      references: findReferences(definition.properties, properties),
      derived: definition.derived.map((property) => ({
        identifier: property.identifier,
        kind: property.kind,
        title: property.title,
        how: describeDerived(property),
        problem: problems?.[property.identifier] ?? null,
      })),
      relations: groupRelations([...relations], input.blueprint, titles),
      misfits: checkEntity(definition, described),
    };
  },
});

function entityStatement(org: string, key: SQL): SQL {
  return sql`
    select e.id, jsonb_build_object('identifier', b.identifier, 'title', b.title, 'pluralTitle', b.plural_title, 'icon', b.icon) as blueprint,
      e.identifier, e.title, e.description, e.lifecycle, e.type, e.tags, e.labels, e.annotations, e.links, e.properties, e.origin, e.version,
      jsonb_build_object('verifiedAt', ${iso(sql`e.verified_at`)}, 'verifiedBy', e.verified_by, 'askedAt', ${iso(sql`e.verification_asked_at`)}, 'dueAt',
        ${iso(sql`(coalesce(e.verified_at, e.created_at) + make_interval(days => (b.definition ->> 'verificationDays')::integer))`)}) as verification,
      b.definition, array(select jsonb_object_keys(e.derived)) as "derivedNames", e.derived_problems as problems, ${pendingSince(org)} as "pendingSince",
      case when f.id is not null then jsonb_build_object('blueprint', f.blueprint, 'identifier', f.identifier, 'title', f.title, 'isDangling', false) end as "inheritedFrom",
      e.owner_ref as "ownerRef", o.title as "ownerTitle", ${iso(sql`e.created_at`)} as "createdAt", ${iso(sql`e.updated_at`)} as "updatedAt",
      case when e.is_archived then jsonb_build_object('at', ${iso(sql`e.archived_at`)}, 'by', e.archived_by, 'reason', nullif(e.archived_reason, '')) end as archive,
      case when s.id is not null then jsonb_build_object('id', s.id, 'kind', s.kind, 'name', s.name, 'location', s.location, 'revision', s.revision,
        'lastImportedAt', ${iso(sql`s.last_imported_at`)}) end as source
    from entities e
    join blueprints b on b.org_id = ${org}::uuid and b.identifier = e.blueprint
    left join entities o on o.org_id = ${org}::uuid and o.id = e.owner_id
    left join entities f on f.org_id = ${org}::uuid and f.id = e.owner_from
    left join sources s on s.org_id = ${org}::uuid and s.id = e.source_id
    where ${key}`;
}

// Read type by type, each to its first hundred, before they are joined: an end with thousands of relations is read from the index alone,
// where they are counted, and costs a hundred look-ups. What an entity states itself is never that much.
function relationsStatement(org: string, key: SQL): SQL {
  const self = sql`(select s.id from self s)`;
  const incoming = sql`relations r where r.org_id = ${org}::uuid and r.to_id = ${self}`;
  const details = sql`${relationDetailsSql(sql`r`)} as details, ${holdsSql(sql`r`)} as "isCurrent"`;
  return sql`
    with recursive self as materialized (select e.id from entities e where ${key}),
    incoming as (
      (select r.type from ${incoming} order by r.type limit 1)
      union all
      select (select r.type from ${incoming} and r.type > i.type order by r.type limit 1) from incoming i where i.type is not null)
    select r.direction, r.type, r.count, coalesce(e.blueprint, r.blueprint) as blueprint, coalesce(e.identifier, r.identifier) as identifier,
      e.title, e.type as "entityType", nullif(r.details, '{}') as details, r."isCurrent"
    from (
      (select 'outgoing' as direction, r.type, r.to_blueprint as blueprint, r.to_identifier as identifier, r.to_id as other, r.count, ${details} from (
        select r.*, row_number() over (partition by r.type order by r.to_blueprint, r.to_identifier) as place,
          (count(*) over (partition by r.type))::integer as count
        from relations r where r.org_id = ${org}::uuid and r.from_id = ${self}) r
      where r.place <= ${relationsPerType})
      union all
      select 'incoming', i.type, null, null, r.from_id, i.count, ${details}
      from (select i.type, (select count(*) from ${incoming} and r.type = i.type)::integer as count from incoming i where i.type is not null offset 0) i
      cross join lateral (select r.from_id, r.properties, r.since, r.until from ${incoming} and r.type = i.type limit ${relationsPerType}) r) r
    left join entities e on e.org_id = ${org}::uuid and e.id = r.other and not e.is_archived
    where r.direction = 'outgoing' or e.id is not null`;
}

import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import type { Kind, Misfit, Misfits } from "#lib/catalog/blueprints/find-misfits.ts";
import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";

/**
 * What happens to values that do not fit: those that can be are converted (a missing one gets the default), the rest refuses the whole
 * change, stays as it is and is shown as not fitting, or is removed.
 */
export const Resolution = z.strictObject({
  path: z.string().max(100).describe("The field as the preview names it, such as properties.tier"),
  convert: z.boolean().default(true),
  otherwise: z.enum(["refuse", "keep", "remove"]).default("refuse"),
});
export type Resolution = z.output<typeof Resolution>;

/**
 * Brings stored entities to a changed definition as told, all in one statement. What nobody has decided about refuses everything.
 * @returns the entities that were changed
 * @throws AppError naming every field that is left
 */
export async function resolveMisfits(
  tx: Transaction,
  kind: Kind,
  { misfits, refused }: Misfits,
  { definition, resolutions }: { definition: BlueprintDefinition; resolutions: Resolution[] },
): Promise<string[]> {
  const told = new Map(resolutions.map((resolution) => [resolution.path, resolution]));
  const problems = misfits.flatMap((misfit) => problemOf(misfit, told.get(misfit.path)));
  if (problems.length > 0)
    throw new AppError(
      "invalid",
      "Entities do not fit the new definition; nothing was saved. Say in resolutions what to do with them.",
      problems,
    );
  const mapping = refused.flatMap(({ name, old, converted }) => {
    const resolution = told.get(`properties.${name}`);
    if (resolution === undefined) return [];
    if (resolution.convert && converted !== undefined) return [{ name, old, new: converted, isRemoved: false }];
    return resolution.otherwise === "remove" ? [{ name, old, isRemoved: true }] : [];
  });
  const removed = misfits
    .filter(({ path, problem }) => problem === "unknown" && told.get(path)?.otherwise === "remove")
    .map(({ path }) => path.slice(11));
  const defaults = Object.fromEntries(
    misfits
      .filter(
        ({ path, problem, convertible }) =>
          problem === "missing" && convertible > 0 && told.get(path)?.convert === true,
      )
      .map(({ path }) => path.slice(11))
      .map((name) => [name, definition.properties.find(({ identifier }) => identifier === name)?.default]),
  );
  if (mapping.length + removed.length + Object.keys(defaults).length === 0) return [];
  const conversion = {
    mapping: JSON.stringify(mapping),
    names: [...new Set(mapping.map(({ name }) => name))],
    removed,
  };
  const rows = await tx.execute<{ id: string }>(sql`
    with of_kind as (select e.id as key, e.properties from entities e where e.org_id = ${kind.orgId}::uuid and e.blueprint = ${kind.blueprint}),
    converted as (${convertedRows(sql`of_kind`, conversion)}),
    changes as (
      select c.key, c.properties || (
        select coalesce(jsonb_object_agg(d.key, d.value), '{}') from jsonb_each(${JSON.stringify(defaults)}::jsonb) d
        where coalesce(c.properties -> d.key, 'null') = 'null') as properties
      from converted c)
    update entities e set properties = c.properties, version = e.version + 1, updated_at = now()
    from changes c where e.org_id = ${kind.orgId}::uuid and e.id = c.key and e.properties <> c.properties returning e.id`);
  // What each source says is brought into the same form, or the next edit would bring the old one back.
  await tx.execute(sql`
    with of_kind as (
      select jsonb_build_array(c.entity_id, c.source_id) as key, c.document -> 'properties' as properties
      from entity_contributions c join entities e on e.org_id = ${kind.orgId}::uuid and e.id = c.entity_id and e.blueprint = ${kind.blueprint}
      where c.org_id = ${kind.orgId}::uuid and c.document ? 'properties'),
    converted as (${convertedRows(sql`of_kind`, conversion)})
    update entity_contributions c set document = jsonb_set(c.document, '{properties}', n.properties)
    from converted n where c.org_id = ${kind.orgId}::uuid and n.key = jsonb_build_array(c.entity_id, c.source_id)
      and c.document -> 'properties' <> n.properties`);
  return rows.map(({ id }) => id);
}

type Conversion = { mapping: string; names: string[]; removed: string[] };

/** Of rows with a key and properties: the same with every value that the mapping knows converted or taken away. */
function convertedRows(rows: SQL, { mapping, names, removed }: Conversion): SQL {
  return sql`
    select r.key, (r.properties - ${sql.param(removed)}::text[] - coalesce(m.removed, '{}')) || coalesce(m.converted, '{}') as properties
    from ${rows} r left join (
      select r.key, jsonb_object_agg(m.name, m.new) filter (where not m."isRemoved") as converted,
        array_agg(m.name) filter (where m."isRemoved") as removed
      from ${rows} r
      cross join lateral (select n.name, r.properties -> n.name as value from unnest(${sql.param(names)}::text[]) as n(name)) v
      join jsonb_to_recordset(${mapping}::jsonb) as m(name text, old jsonb, new jsonb, "isRemoved" boolean)
        on m.name = v.name and m.old = v.value
      group by r.key) m on m.key = r.key`;
}

function problemOf(misfit: Misfit, resolution: Resolution | undefined) {
  const { path, count, convertible, problem } = misfit;
  const left = resolution?.convert === true ? count - convertible : count;
  if (resolution !== undefined && (left === 0 || resolution.otherwise === "keep")) return [];
  if (resolution?.otherwise === "remove" && (problem === "value" || problem === "unknown")) return [];
  const isLeft = ({ converted }: Misfit["examples"][number]) => resolution?.convert !== true || converted === undefined;
  const example = misfit.examples.find(isLeft);
  const such = example === undefined ? "" : `, such as ${example.identifier}: ${example.why}`;
  const hint = resolution === undefined && convertible > 0 ? ` ${convertible} can be converted.` : "";
  return [{ path, message: `${left === 1 ? "1 entity does" : `${left} entities do`} not fit${such}.${hint}` }];
}

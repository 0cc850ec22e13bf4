import { sql } from "drizzle-orm";
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
  const names = [...new Set(mapping.map(({ name }) => name))];
  const rows = await tx.execute<{ id: string }>(sql`
    with mapped as (
      select e.id, jsonb_object_agg(m.name, m.new) filter (where not m."isRemoved") as converted,
        array_agg(m.name) filter (where m."isRemoved") as removed
      from entities e
      cross join lateral (select n.name, e.properties -> n.name as value from unnest(${sql.param(names)}::text[]) as n(name)) v
      join jsonb_to_recordset(${JSON.stringify(mapping)}::jsonb) as m(name text, old jsonb, new jsonb, "isRemoved" boolean)
        on m.name = v.name and m.old = v.value
      where e.org_id = ${kind.orgId}::uuid and e.blueprint = ${kind.blueprint} group by e.id),
    changes as (
      select e.id, ((e.properties - ${sql.param(removed)}::text[] - coalesce(m.removed, '{}')) || coalesce(m.converted, '{}')) || d.missing as properties
      from entities e left join mapped m on m.id = e.id
      cross join lateral (
        select coalesce(jsonb_object_agg(d.key, d.value), '{}') as missing from jsonb_each(${JSON.stringify(defaults)}::jsonb) d
        where coalesce(e.properties -> d.key, 'null') = 'null') d
      where e.org_id = ${kind.orgId}::uuid and e.blueprint = ${kind.blueprint})
    update entities e set properties = c.properties, version = e.version + 1, updated_at = now()
    from changes c where e.org_id = ${kind.orgId}::uuid and e.id = c.id and e.properties <> c.properties returning e.id`);
  return rows.map(({ id }) => id);
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

import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Kind, Misfit } from "#lib/catalog/blueprints/find-misfits.ts";
import type { BlueprintDefinition, RelationDefinition } from "#lib/catalog/blueprints/schema.ts";

type Change = {
  name: string;
  targets: string[];
  isNarrowed: boolean;
  isOne: boolean;
  isRequired: boolean;
  why: string;
};

/** How many entities have relations that a changed definition does not allow. Relations are never converted: people decide which goes. */
export async function countRelationMisfits(
  tx: Transaction,
  kind: Kind,
  before: BlueprintDefinition,
  after: BlueprintDefinition,
): Promise<Misfit[]> {
  const changes = after.relations.flatMap((relation) => changeOf(before.relations, relation));
  if (changes.length === 0) return [];
  const rows = await tx.execute<{ name: string; count: number; examples: { identifier: string; title: string }[] }>(sql`
    select c.name, count(*)::integer as count,
      (array_agg(jsonb_build_object('identifier', e.identifier, 'title', e.title) order by e.identifier))[1:3] as examples
    from entities e
    cross join jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as c(name text, targets text[], "isNarrowed" boolean, "isOne" boolean, "isRequired" boolean)
    cross join lateral (
      select count(*) as ends, count(*) filter (where r.to_blueprint <> all(c.targets)) as elsewhere
      from relations r where r.org_id = ${kind.orgId}::uuid and r.from_id = e.id and r.type = c.name) r
    where e.org_id = ${kind.orgId}::uuid and e.blueprint = ${kind.blueprint}
      and ((c."isNarrowed" and r.elsewhere > 0) or (c."isOne" and r.ends > 1) or (c."isRequired" and r.ends = 0))
    group by c.name order by c.name`);
  return [...rows].map(({ name, count, examples }) => ({
    path: `relations.${name}`,
    problem: "relation",
    count,
    convertible: 0,
    examples: examples.map((entity) => ({
      ...entity,
      value: null,
      why: changes.find((change) => change.name === name)?.why ?? "",
      converted: undefined,
    })),
  }));
}

function changeOf(earlier: RelationDefinition[], relation: RelationDefinition): Change[] {
  const { identifier: name, targets, isMany } = relation;
  const was = earlier.find(({ identifier }) => identifier === name);
  const allowedBefore = was?.targets ?? [];
  const isNarrowed =
    targets.length > 0 && (allowedBefore.length === 0 || allowedBefore.some((target) => !targets.includes(target)));
  const isOne = !isMany && (was?.isMany ?? true);
  const isRequired = relation.isRequired && !(was?.isRequired ?? false);
  const why = [
    ...(isNarrowed ? [`points at another kind than ${targets.join(" or ")}`] : []),
    ...(isOne ? ["points at more than one"] : []),
    ...(isRequired ? ["points at nothing"] : []),
  ].join(", or ");
  return isNarrowed || isOne || isRequired ? [{ name, targets, isNarrowed, isOne, isRequired, why: `It ${why}` }] : [];
}

import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Plan } from "#lib/catalog/derived/read-plan.ts";
import { ownerProblem, statedOwner } from "#lib/catalog/derived/stated.ts";

/**
 * Takes from entities of a kind what is not derived any more. What a source said under such a name was hidden; without its digest the
 * next import says it again.
 * @returns the entities that had something
 */
export async function cleanEntities(
  tx: Transaction,
  orgId: string,
  plan: Plan,
  kind: string,
  ids: string[],
): Promise<string[]> {
  const definition = plan.kinds.get(kind)?.definition;
  const names = sql`${sql.param((definition?.derived ?? []).map(({ identifier }) => identifier))}::text[]`;
  const isInherited = definition?.ownership.type === "inherited";
  const gone = sql`array(select k from jsonb_object_keys(e.derived) k where k <> all(${names}))`;
  const goneProblems = sql`array(select k from jsonb_object_keys(coalesce(e.derived_problems, '{}')) k where k <> all(${names}) and k <> ${ownerProblem})`;
  const properties = await tx.execute<{ id: string }>(sql`
    update entities e set properties = e.properties - ${gone}, derived = e.derived - ${gone},
      derived_problems = nullif(e.derived_problems - ${goneProblems}, '{}'),
      content_hash = case when e.is_layered then e.content_hash else '' end
    where e.org_id = ${orgId}::uuid and e.blueprint = ${kind} and e.id = any(${sql.param(ids)}::uuid[]) and e.derived - ${names} <> '{}'
    returning e.id`);
  const owners = isInherited
    ? []
    : await tx.execute<{ id: string }>(sql`
        update entities e set owner_ref = ${statedOwner}, owner_id = case when e.owner_from is null then e.owner_id end, owner_from = null,
          derived_problems = nullif(e.derived_problems - ${ownerProblem}::text, '{}'),
          search_text = case when e.owner_from is null then e.search_text else split_part(e.search_text, chr(31), 1) end
        where e.org_id = ${orgId}::uuid and e.blueprint = ${kind} and e.id = any(${sql.param(ids)}::uuid[])
          and (e.owner_from is not null or jsonb_exists(e.derived_problems, ${ownerProblem}))
        returning e.id`);
  return [...new Set([...properties, ...owners].map(({ id }) => id))];
}

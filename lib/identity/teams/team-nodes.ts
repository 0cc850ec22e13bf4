import { type SQL, sql } from "drizzle-orm";
import type { TeamNode } from "#lib/identity/teams/schema.ts";

export type TeamRow = Omit<TeamNode, "depth">;

/** Every team with how many people it has itself, and how many more its sub-teams bring. Nobody is counted twice. */
export function teamRows(orgId: string): SQL {
  const org = sql`${orgId}::uuid`;
  return sql`
    with recursive below as (
      select t.id as top, t.id from teams t where t.org_id = ${org}
      union all select b.top, t.id from below b join teams t on t.org_id = ${org} and t.parent_id = b.id),
    people as (
      select b.top, m.person_id, bool_or(b.top = b.id) as is_own from below b
      join team_members m on m.org_id = ${org} and m.team_id = b.id group by 1, 2)
    select t.id, t.parent_id as "parentId", t.name, t.description, t.group_ref as "groupRef",
      count(p.person_id) filter (where p.is_own)::integer as "memberCount",
      count(p.person_id) filter (where not p.is_own)::integer as "includedCount"
    from teams t left join people p on p.top = t.id where t.org_id = ${org} group by t.org_id, t.id order by lower(t.name), t.id`;
}

/** The teams in reading order: each one followed by those under it. */
export function inTreeOrder(rows: TeamRow[], parentId: string | null = null, depth = 0): TeamNode[] {
  return rows
    .filter((row) => row.parentId === parentId)
    .flatMap((row) => [{ ...row, depth }, ...inTreeOrder(rows, row.id, depth + 1)]);
}

import { type SQL, sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";

/** The statement that reads repositories with the run that made them and the catalog entry of the same name. */
export function repositoryRows(orgId: string, condition: SQL, limit: number): SQL {
  return sql`
    select p.id, p.name, p.default_branch as "defaultBranch", p.head_commit as "headCommit", r.number as "runNumber",
      case when e.id is null then null else jsonb_build_object('blueprint', e.blueprint, 'identifier', e.identifier, 'title', e.title) end as entity,
      ${iso(sql`p.created_at`)} as "createdAt"
    from repositories p
    left join runs r on r.org_id = p.org_id and r.id = p.run_id
    left join entities e on e.org_id = p.org_id and e.blueprint = 'component' and e.identifier = p.name and not e.is_archived
    where p.org_id = ${orgId}::uuid and ${condition}
    order by p.created_at desc, p.name limit ${limit}`;
}

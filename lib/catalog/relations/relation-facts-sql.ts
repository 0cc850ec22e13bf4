import { type SQL, sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";

/** The relations at both ends of an entity as the interpreter of queries takes them (`RelationFacts`), as a JSON list. */
export function relationFactsSql(orgId: string, entity: SQL): SQL {
  const org = sql`${orgId}::uuid`;
  const said = sql`r.properties, ${iso(sql`r.since`)} as since, ${iso(sql`r.until`)} as until`;
  return sql`(select coalesce(jsonb_agg(f), '[]') from (
    select r.type, 'outgoing' as direction, r.to_blueprint as blueprint, r.to_identifier as identifier, r.to_id is not null as resolved, ${said}
    from relations r where r.org_id = ${org} and r.from_id = ${entity}.id
    union all
    select r.type, 'incoming', s.blueprint, s.identifier, true, ${said} from relations r
    join entities s on s.org_id = ${org} and s.id = r.from_id where r.org_id = ${org} and r.to_id = ${entity}.id) as f)`;
}

import { type SQL, sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";

/** The columns of an `ImportSummary`, from `imports`. */
export function selectImports(): SQL {
  return sql`select id as "importId", source_id as "sourceId", source_kind as "sourceKind", source_name as "sourceName",
    source_location as "sourceLocation", revision, actor_name as "actorName", created_count as created, changed_count as changed,
    unchanged_count as unchanged, refused_count as refused, file_count as "fileCount", ${iso(sql`started_at`)} as "startedAt",
    ${iso(sql`finished_at`)} as "finishedAt" from imports`;
}

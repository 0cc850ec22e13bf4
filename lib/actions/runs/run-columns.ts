import { sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";

/** The columns of a run's summary, for a statement over `runs r join actions a`. */
export const runColumns = sql`
  r.id, r.number, r.title, r.status, r.error,
  jsonb_build_object('identifier', a.identifier, 'title', a.title) as action,
  jsonb_build_object('kind', r.started_by_kind, 'id', r.started_by_id, 'name', r.started_by_name) as "startedBy",
  (select count(*)::int from run_steps s where s.org_id = r.org_id and s.run_id = r.id) as "stepCount",
  (select count(*)::int from run_steps s where s.org_id = r.org_id and s.run_id = r.id and s.status = 'succeeded') as "stepsDone",
  ${iso(sql`r.created_at`)} as "createdAt", ${iso(sql`r.started_at`)} as "startedAt", ${iso(sql`r.finished_at`)} as "finishedAt"`;

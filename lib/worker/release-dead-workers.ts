import type pg from "pg";
import { log } from "#lib/kernel/log.ts";

/**
 * Gives back the jobs of workers that are gone: whose id nobody holds the lock on. A worker takes its lock before its first job, so a
 * free lock means that the process has ended. The queue alone would keep such jobs for four hours. Each job is counted as a crash; one
 * that three workers did not survive is dead (`take_over` in db/queue.sql), `patientJobs` after four.
 */
export async function releaseDeadWorkers(pool: pg.Pool, ownId: string, patientJobs: string[]): Promise<string[]> {
  const { rows } = await pool.query<{ ids: string[] | null }>(
    `with holders as (
       select locked_by as id from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null),
     dead as materialized (
       select id from holders where id <> $1 and pg_try_advisory_xact_lock(hashtext('causeway worker'), hashtext(id))),
     ids as (select array_agg(id) as ids from dead)
     select ids, graphile_worker.take_over(ids, $2::text[]) from ids where ids is not null`,
    [ownId, patientJobs],
  );
  const ids = rows[0]?.ids ?? [];
  if (ids.length > 0)
    log().warn(
      { event: "worker.takeover", deadWorkers: ids },
      "A worker ended without handing back its jobs; they are taken over",
    );
  return ids;
}

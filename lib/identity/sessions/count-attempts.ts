import { sql } from "drizzle-orm";
import { globalTransaction } from "#db/transactions.ts";

/** Counts one attempt in each of these buckets. @returns how many there were in each within this minute */
export async function countAttempts(buckets: string[]): Promise<Map<string, number>> {
  const counts = await globalTransaction((tx) =>
    tx.execute<{ bucket: string; attempts: number }>(sql`
      insert into sign_in_attempts (bucket, window_at, attempts)
      select unnest(${sql.param(buckets)}::text[]), date_bin('1 minute', now(), 'epoch'), 1
      on conflict (bucket, window_at) do update set attempts = sign_in_attempts.attempts + 1 returning bucket, attempts`),
  );
  return new Map(counts.map(({ bucket, attempts }) => [bucket, attempts]));
}

/** Counts an attempt unless there were as many within the last hour, of this minute's included. @returns whether it was counted */
export async function countWithinHour(bucket: string, limit: number): Promise<boolean> {
  return globalTransaction(async (tx) => {
    // Others of the same bucket wait for each other here, so that a flood at one moment is counted one by one.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${bucket}, 16))`);
    const counted = await tx.execute(sql`
      insert into sign_in_attempts (bucket, window_at, attempts)
      select ${bucket}, date_bin('1 minute', now(), 'epoch'), 1
      where (select coalesce(sum(attempts), 0) from sign_in_attempts where bucket = ${bucket} and window_at > now() - interval '1 hour') < ${limit}
      on conflict (bucket, window_at) do update set attempts = sign_in_attempts.attempts + 1 returning 1`);
    return counted.length > 0;
  });
}

/** Forgets what counts no more. */
export async function forgetAttempts(): Promise<void> {
  await globalTransaction((tx) =>
    tx.execute(sql`delete from sign_in_attempts where window_at < now() - interval '1 hour'`),
  );
}

import { type SQL, sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";

/** What is said of the relation of a row itself, as a JSON object; {} for nothing. */
export function relationDetailsSql(row: SQL): SQL {
  const part = (name: SQL, isThere: SQL, value: SQL) =>
    sql`case when ${isThere} is null then '{}'::jsonb else jsonb_build_object(${name}, ${value}) end`;
  const [properties, since, until] = [sql`${row}.properties`, sql`${row}.since`, sql`${row}.until`];
  return sql`case when num_nulls(${properties}, ${since}, ${until}) = 3 then '{}'::jsonb else ${part(sql`'properties'`, properties, properties)}
    || ${part(sql`'since'`, since, iso(since))} || ${part(sql`'until'`, until, iso(until))} end`;
}

/** Whether the relation of a row holds at a moment: it has begun and has not ended. */
export function holdsSql(row: SQL, at: SQL = sql`now()`): SQL {
  return sql`(${row}.since is null or ${row}.since <= ${at}) and (${row}.until is null or ${row}.until > ${at})`;
}

import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import type { ChainLink } from "#lib/audit/chain/check-chain.ts";
import type { SealedEntry } from "#lib/audit/chain/hash-entry.ts";

type Row = SealedEntry & { seq: number; entryId: string; hash: string; sealedAt: string; isThere: boolean };

const pageSize = 5_000;

/** The links of an organization's chain in order, page by page, or those of a range; `tx` decides which rows can be seen. */
export async function* readChain(
  tx: Transaction,
  orgId: string,
  range: { after: number; upTo: number } = { after: 0, upTo: Number.MAX_SAFE_INTEGER },
): AsyncGenerator<ChainLink> {
  for (let after = range.after; ; ) {
    const rows = await tx.execute<Row>(sql`
      select s.seq::float8 as seq, s.entry_id as "entryId", encode(s.hash, 'hex') as hash, ${iso(sql`s.sealed_at`)} as "sealedAt",
        e.id is not null as "isThere", e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
        e.operation, e.door, e.actor_kind as "actorKind", e.actor_id as "actorId", e.actor_name as "actorName",
        e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.subject_name as "subjectName",
        e.before::text as before, e.after::text as after, e.request_id as "requestId"
      from audit_seals s left join audit_entries e on e.org_id = s.org_id and e.id = s.entry_id
      where s.org_id = ${orgId}::uuid and s.seq > ${after} and s.seq <= ${range.upTo} order by s.seq limit ${pageSize}`);
    for (const { seq, entryId, hash, sealedAt, isThere, ...entry } of rows)
      yield { seq, entryId, hash, sealedAt, entry: isThere ? entry : null };
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.seq ?? after;
  }
}

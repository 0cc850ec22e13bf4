import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { Transaction } from "#db/client.ts";
import { type ChainProblem, type ChainReport, checkChain, type KnownHead } from "#lib/audit/chain/check-chain.ts";
import { readChain } from "#lib/audit/chain/read-chain.ts";

export type OrgChainReport = ChainReport & {
  /** Entries that were written and have no seal yet. */
  waiting: number;
  sealedAt: string | null;
};

/**
 * Verifies an organization's audit log as the database has it: every entry against its seal, every seal against the one before, and the
 * whole against `heads` that were written down elsewhere. `connection` must be allowed to read the audit tables, as the owner is.
 */
export function verifyAuditChain(
  connection: Sql,
  org: { id: string },
  heads: KnownHead[] = [],
): Promise<OrgChainReport> {
  return drizzle(connection).transaction((tx) => verifyChain(tx as unknown as Transaction, org.id, heads), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}

/** The same inside a transaction that sees the organization. */
export async function verifyChain(tx: Transaction, orgId: string, heads: KnownHead[] = []): Promise<OrgChainReport> {
  let sealedAt: string | null = null;
  async function* links() {
    for await (const link of readChain(tx, orgId)) {
      sealedAt = link.sealedAt;
      yield link;
    }
  }
  const report = await checkChain(orgId, links(), heads);
  const [state] = await tx.execute<{ waiting: number }>(
    sql`select count(*)::int as waiting from audit_unsealed where org_id = ${orgId}::uuid`,
  );
  const problems = [...report.problems, ...(await findUnchained(tx, orgId))];
  return { ...report, problems, waiting: state?.waiting ?? 0, sealedAt };
}

// Whatever is written through the product waits for its seal. An entry that neither has one nor waits came another way.
async function findUnchained(tx: Transaction, orgId: string): Promise<ChainProblem[]> {
  const rows = await tx.execute<{ id: string; operation: string; at: string }>(sql`
    select e.id, e.operation, e.at::text as at from audit_entries e
    where e.org_id = ${orgId}::uuid
      and not exists (select 1 from audit_seals s where s.org_id = e.org_id and s.entry_id = e.id)
      and not exists (select 1 from audit_unsealed u where u.org_id = e.org_id and u.entry_id = e.id)
    order by e.id limit 100`);
  return rows.map((row) => ({
    kind: "inserted" as const,
    seq: 0,
    entryId: row.id,
    text: `an entry without a seal was inserted: ${row.operation} at ${row.at} (${row.id})`,
  }));
}

import { sql } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roleUrl } from "#db/roles.ts";
import { closeTestDatabase, isLongRun, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import type { ChainProblemKind, KnownHead } from "#lib/audit/chain/check-chain.ts";
import { verifyAuditChain } from "#lib/audit/chain/verify-audit-chain.ts";

let database: TestDatabase;
let jobs: Sql;
beforeAll(async () => {
  database = await testDatabase();
  jobs = postgres(roleUrl(database.ownerUrl, "jobs", database.secret), { max: 1 });
});
afterAll(async () => {
  await jobs?.end();
  await closeTestDatabase();
});

async function sealAll(): Promise<void> {
  for (;;) {
    const [row] = await jobs<{ sealed: number }[]>`select seal_audit_entries(5000) as sealed`;
    if (row?.sealed === 0) return;
  }
}

/** An organization with a sealed chain of `length` entries, written as the app writes them. */
async function sealedOrg(length: number): Promise<TestOrg> {
  const org = await testOrg();
  const [existing] = await database.owner<{ count: number }[]>`
    select count(*)::int as count from audit_entries where org_id = ${org.id}`;
  await writeEntries(org, length - (existing?.count ?? 0));
  await sealAll();
  return org;
}

const writeEntries = (org: TestOrg, count: number) =>
  tenantTransaction({ orgId: org.id }, (tx) =>
    tx.execute(sql`
      insert into audit_entries (org_id, operation, door, actor_kind, actor_name, subject_kind, subject_id, subject_name, before, after, request_id)
      select ${org.id}::uuid, 'thing.update', 'rest', 'user', E'Ana\nDuarte \u001b[31m“é”', 'thing', n::text, 'thing ' || n, '{"level": 1.0, "a b": null}',
        jsonb_build_object('level', n), 'request' from generate_series(1, ${count}::int) n`),
  );

async function headsOf(org: TestOrg): Promise<KnownHead[]> {
  const rows = await jobs<{ org_id: string; seq: string; hash: string }[]>`select * from audit_heads()`;
  return rows
    .filter((row) => row.org_id === org.id)
    .map((row) => ({ at: "2026-01-01T00:00:00Z", seq: Number(row.seq), hash: row.hash }));
}

const verify = (org: TestOrg, heads: KnownHead[] = []) => verifyAuditChain(database.owner, org, heads);

test("a chain is whole, says how far it is sealed and what waits, and each organization has its own", async () => {
  const [org, other] = [await sealedOrg(20), await sealedOrg(7)];
  await writeEntries(org, 3);
  expect(await verify(org, await headsOf(org))).toMatchObject({ count: 20, lastSeq: 20, waiting: 3, problems: [] });
  expect(await verify(other)).toMatchObject({ count: 7, lastSeq: 7, waiting: 0, problems: [] });
  await sealAll();
  expect(await verify(org)).toMatchObject({ count: 23, waiting: 0, problems: [] });
});

test("an entry that commits after younger ones were sealed gets the next number", async () => {
  const org = await sealedOrg(10);
  await tenantTransaction({ orgId: org.id }, async (tx) => {
    await tx.execute(sql`
      insert into audit_entries (org_id, operation, door, actor_kind, actor_name, subject_kind, subject_id, subject_name, request_id)
      values (${org.id}::uuid, 'slow.write', 'rest', 'user', 'a', 'b', 'c', 'd', 'e')`);
    await writeEntries(org, 2);
    await sealAll();
  });
  await sealAll();
  const [last] = await database.owner<{ operation: string; seq: string }[]>`
    select e.operation, s.seq from audit_seals s join audit_entries e on e.org_id = s.org_id and e.id = s.entry_id
    where s.org_id = ${org.id} order by s.seq desc limit 1`;
  expect(last).toEqual({ operation: "slow.write", seq: "13" });
  expect(await verify(org)).toMatchObject({ count: 13, problems: [] });
});

test("sealers do not get into each other's way", async () => {
  const org = await sealedOrg(5);
  await writeEntries(org, 400);
  const connection = postgres(roleUrl(database.ownerUrl, "jobs", database.secret), { max: 4 });
  await Promise.all(Array.from({ length: 24 }, () => connection`select seal_audit_entries(50)`));
  await connection.end();
  await sealAll();
  expect(await verify(org)).toMatchObject({ count: 405, waiting: 0, problems: [] });
});

// What an owner of the database can do to the tables, in the words of SQL. `kind` is how it must be called, `seq` where.
type Tampering = { name: string; sql: string; kind: ChainProblemKind; seq: number; needsHead?: boolean };
const copyOf = (columns: string) =>
  `insert into audit_entries (org_id, id, at, operation, door, actor_kind, actor_name, subject_kind, subject_id, subject_name, request_id)
   select org_id, ${columns}, at, 'thing.forge', door, actor_kind, actor_name, subject_kind, subject_id, subject_name, request_id from audit_entries where org_id = $org and id = (select entry_id from audit_seals where org_id = $org and seq = 20)`;
const shiftUp = (from: number, by: number) =>
  `update audit_seals set seq = seq + 1000000 where org_id = $org and seq >= ${from}; update audit_seals set seq = seq - 1000000 + ${by} where org_id = $org and seq >= 1000000`;
const entryAt = (seq: number) => `(select entry_id from audit_seals where org_id = $org and seq = ${seq})`;
const exchange = (one: number, other: number) =>
  `update audit_seals set seq = -1 + 1000000 where org_id = $org and seq = ${one}; update audit_seals set seq = ${one} where org_id = $org and seq = ${other}; update audit_seals set seq = ${other} where org_id = $org and seq = 999999`;

const tamperings: Tampering[] = [
  {
    name: "modify",
    sql: `update audit_entries set actor_name = 'Nobody' where org_id = $org and id = ${entryAt(17)}`,
    kind: "modified",
    seq: 17,
  },
  {
    name: "modify what changed",
    sql: `update audit_entries set after = '{"level": 17}' where org_id = $org and id = ${entryAt(18)}`,
    kind: "modified",
    seq: 18,
  },
  {
    name: "delete in the middle",
    sql: `delete from audit_entries where org_id = $org and id = ${entryAt(21)}`,
    kind: "missing",
    seq: 21,
  },
  {
    name: "delete in the middle with its seal",
    sql: `delete from audit_entries where org_id = $org and id = ${entryAt(21)}; delete from audit_seals where org_id = $org and seq = 21`,
    kind: "missing",
    seq: 21,
  },
  {
    name: "delete in the middle and close the gap",
    sql: `delete from audit_entries where org_id = $org and id = ${entryAt(21)}; delete from audit_seals where org_id = $org and seq = 21; ${shiftUp(22, -1)}`,
    kind: "renumbered",
    seq: 21,
  },
  {
    name: "delete the end",
    sql: `delete from audit_entries where org_id = $org and id in (select entry_id from audit_seals where org_id = $org and seq > 35); delete from audit_seals where org_id = $org and seq > 35`,
    kind: "truncated",
    seq: 36,
    needsHead: true,
  },
  {
    name: "insert without a seal",
    sql: `alter table audit_entries disable trigger user; ${copyOf("uuidv7()")}; alter table audit_entries enable trigger user`,
    kind: "inserted",
    seq: 0,
  },
  {
    name: "insert with a seal",
    sql: `${shiftUp(20, 1)}; ${copyOf("'0190c0de-0000-7000-8000-000000000000'::uuid").replace("seq = 20", "seq = 21")}; delete from audit_unsealed where org_id = $org; insert into audit_seals (org_id, seq, entry_id, hash) values ($org, 20, '0190c0de-0000-7000-8000-000000000000', decode(repeat('ab', 32), 'hex'))`,
    kind: "inserted",
    seq: 20,
  },
  { name: "swap neighbours", sql: exchange(24, 25), kind: "swapped", seq: 24 },
  { name: "swap far apart", sql: exchange(12, 30), kind: "swapped", seq: 12 },
  {
    name: "swap entries under their seals",
    sql: `alter table audit_seals drop constraint if exists audit_seals_org_id_entry_id_key;
      update audit_seals s set entry_id = t.entry_id from audit_seals t where s.org_id = $org and t.org_id = s.org_id and s.seq + t.seq = 27 and s.seq in (12, 15)`,
    kind: "swapped",
    seq: 12,
  },
  { name: "renumber", sql: shiftUp(26, 1), kind: "renumbered", seq: 27 },
  {
    name: "truncate",
    sql: "truncate audit_seals, audit_unsealed, audit_entries",
    kind: "truncated",
    seq: 1,
    needsHead: true,
  },
];

describe("tampering", () => {
  for (const { name, sql: statements, kind, seq, needsHead } of tamperings) {
    test(name, async () => {
      const org = await sealedOrg(40);
      const heads = await headsOf(org);
      // Not a vacuous finding: the chain was whole before.
      expect((await verify(org, heads)).problems).toEqual([]);
      await database.owner.begin(async (transaction) => {
        await transaction`set local session_replication_role = replica`;
        await transaction.unsafe(statements.replaceAll("$org", `'${org.id}'`));
      });
      const { problems } = await verify(org, needsHead === true ? heads : []);
      expect(problems.map((problem) => [problem.kind, problem.seq])).toEqual([[kind, seq]]);
      if (needsHead === true) return;
      // With what was written down elsewhere, the cause stays the one that is told.
      const [first] = (await verify(org, heads)).problems;
      expect(first).toMatchObject({ kind, seq });
    });
  }

  test("a chain that was made anew from the changed entry on is found by what was written down before", async () => {
    const org = await sealedOrg(40);
    const heads = await headsOf(org);
    await database.owner.begin(async (transaction) => {
      await transaction`set local session_replication_role = replica`;
      await transaction.unsafe(
        `update audit_entries set actor_name = 'Nobody' where org_id = '${org.id}' and id = (select entry_id from audit_seals where org_id = '${org.id}' and seq = 30)`,
      );
      await transaction`insert into audit_unsealed select org_id, entry_id from audit_seals where org_id = ${org.id} and seq >= 30`;
      await transaction`delete from audit_seals where org_id = ${org.id} and seq >= 30`;
    });
    await sealAll();
    expect((await verify(org)).problems).toEqual([]);
    expect((await verify(org, heads)).problems.map((problem) => [problem.kind, problem.seq])).toEqual([
      ["rewritten", 40],
    ]);
  });
});

test("the app can neither change nor delete entries and seals, nor seal; the jobs role can only seal", async () => {
  const org = await sealedOrg(5);
  const denied = { code: "42501" };
  for (const statement of [
    "update audit_entries set actor_name = 'x'",
    "delete from audit_entries",
    "truncate audit_entries cascade",
    "update audit_seals set hash = hash",
    "delete from audit_seals",
    "truncate audit_seals",
    `insert into audit_seals (org_id, seq, entry_id, hash) values ('${org.id}', 6, uuidv7(), decode(repeat('00', 32), 'hex'))`,
    "delete from audit_unsealed",
    "truncate audit_unsealed",
    "select seal_audit_entries(1)",
    "alter table audit_entries disable trigger user",
    "drop table audit_seals",
  ]) {
    const attempt = tenantTransaction({ orgId: org.id }, (tx) => tx.execute(statement));
    await expect(attempt, statement).rejects.toMatchObject({ cause: denied });
    if (!statement.startsWith("select"))
      await expect(jobs.unsafe(statement), `jobs: ${statement}`).rejects.toMatchObject(denied);
  }
  expect(await verify(org)).toMatchObject({ count: 5, problems: [] });
});

test("names with line ends, control characters and a megabyte of text are one entry each", async () => {
  const org = await sealedOrg(4);
  const name = `"}\n{"\u001b[2J\u202e,${"x".repeat(1_000_000)}`;
  await tenantTransaction({ orgId: org.id }, (tx) =>
    tx.execute(sql`
      insert into audit_entries (org_id, operation, door, actor_kind, actor_name, subject_kind, subject_id, subject_name, request_id)
      values (${org.id}::uuid, 'thing.name', 'rest', 'user', ${name}, 'thing', '', ${name}, 'r')`),
  );
  await sealAll();
  expect(await verify(org)).toMatchObject({ count: 5, problems: [] });
});

test.runIf(isLongRun())(
  "a hundred thousand entries are verified within ten seconds",
  async () => {
    const org = await sealedOrg(100_000);
    const startedAt = performance.now();
    expect(await verify(org, await headsOf(org))).toMatchObject({ count: 100_000, problems: [] });
    const tookMs = performance.now() - startedAt;
    console.log(`100,000 entries verified in ${Math.round(tookMs)} ms`);
    expect(tookMs).toBeLessThan(10_000);
  },
  120_000,
);

import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database as pool } from "#db/client.ts";
import { makeRandom } from "#db/seed/random.ts";
import { closeTestDatabase, isLongRun, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { globalTransaction, tenantTransaction } from "#db/transactions.ts";

let database: TestDatabase;
let orgs: TestOrg[];
beforeAll(async () => {
  database = await testDatabase();
  orgs = [await testOrg(), await testOrg(), await testOrg(), await testOrg()];
});
afterAll(closeTestDatabase);

type Seen = { org: string | null; setting: string; mine: number; others: number };
const look = (orgId: string) =>
  `select current_org()::text as org, current_setting('app.person', true) as setting, count(*) filter (where org_id = '${orgId}')::int as mine,
    count(*) filter (where org_id <> '${orgId}')::int as others from audit_entries`;

/** Connections are shared by all organizations: whatever happens to one transaction, the next on its connection must see its own only. */
test("no transaction ever sees another organization, whatever ended the one before", { timeout: 120_000 }, async () => {
  const total = isLongRun() ? 10_000 : 1_000;
  const random = makeRandom(process.env.TEST_SEED ?? "pool bleed");
  const endings = ["commit", "commit", "rollback", "error", "timeout", "kill", "unscoped"] as const;
  const work = Array.from({ length: total }, (_, index) => ({
    org: random.pick(orgs),
    // A killed connection has to be opened again, which takes a while: few of them, but some.
    ending: index % 50 === 0 ? "kill" : random.pick(endings.filter((ending) => ending !== "kill")),
    readOnly: random.chance(0.5),
  }));
  const leaks: unknown[] = [];
  const outcomes: Record<string, number> = {};
  const run = async ({ org, ending, readOnly }: (typeof work)[number]) => {
    const outcome = await once(org, ending, readOnly, leaks).then(
      () => "ended",
      () => "failed",
    );
    outcomes[`${ending} ${outcome}`] = (outcomes[`${ending} ${outcome}`] ?? 0) + 1;
  };
  const lanes = Array.from({ length: 40 }, async () => {
    for (let next = work.pop(); next !== undefined; next = work.pop()) await run(next);
  });
  await Promise.all(lanes);
  expect(leaks).toEqual([]);
  // What should have committed did, and what should have failed did.
  for (const ending of ["rollback", "error", "timeout", "kill"])
    expect(outcomes[`${ending} ended`] ?? 0, ending).toBe(0);
  expect(outcomes["commit failed"] ?? 0).toBe(0);
  const [left] = await pool("app").execute<Seen>(look(orgs[0]?.id ?? ""));
  expect(left).toMatchObject({ org: null, mine: 0, others: 0 });
});

async function once(org: TestOrg, ending: string, readOnly: boolean, leaks: unknown[]): Promise<void> {
  const personId = org.as("member").actor.personId;
  if (ending === "unscoped") {
    const [seen] = await globalTransaction((tx) => tx.execute<Seen>(look(org.id)));
    if (seen?.org !== null || seen.mine + seen.others > 0) leaks.push({ ending, seen });
    return;
  }
  await tenantTransaction(
    { orgId: org.id, personId },
    async (tx) => {
      const [seen] = await tx.execute<Seen>(look(org.id));
      if (seen?.org !== org.id || seen.setting !== personId || seen.mine === 0 || seen.others > 0)
        leaks.push({ ending, org: org.id, seen });
      if (ending === "rollback") throw new Error("changed its mind");
      if (ending === "error") await tx.execute("select 1 / 0");
      if (ending === "timeout") {
        await tx.execute("set local statement_timeout = '5ms'");
        await tx.execute("select pg_sleep(1)");
      }
      if (ending === "kill") {
        const [backend] = await tx.execute<{ pid: number }>("select pg_backend_pid() as pid");
        await database.owner`select pg_terminate_backend(${backend?.pid ?? 0})`;
        await pause(5);
        await tx.execute("select 1");
      }
    },
    { readOnly },
  );
}

test("a transaction that its connection did not survive runs nothing more, not even in the next one's", async () => {
  const [org, other] = [orgs[0], orgs[1]];
  if (org === undefined || other === undefined) throw new Error("No organizations");
  const insert = (identifier: string) =>
    `insert into blueprints (org_id, identifier, title, plural_title) values (current_org(), '${identifier}', 'x', 'x')`;
  let others: Promise<unknown>[] = [];
  const dead = tenantTransaction({ orgId: org.id }, async (tx) => {
    await tx.execute("set local idle_in_transaction_session_timeout = '20ms'");
    await pause(200);
    // Every connection of the pool is in use by the neighbour now, also one in place of the dead one.
    others = Array.from({ length: 20 }, () =>
      tenantTransaction({ orgId: other.id }, (next) => next.execute("select pg_sleep(0.1)")),
    );
    await pause(50);
    await tx.execute(insert("stray"));
  });
  await expect(dead).rejects.toMatchObject({ cause: { code: "CONNECTION_CLOSED" } });
  await Promise.all(others);
  expect(await database.owner`select 1 from blueprints where identifier = 'stray'`).toHaveLength(0);
});

test("nothing runs in a transaction that has ended", async () => {
  const org = orgs[0];
  if (org === undefined) throw new Error("No organization");
  let kept: Parameters<Parameters<typeof tenantTransaction>[1]>[0] | undefined;
  await tenantTransaction({ orgId: org.id }, async (tx) => {
    kept = tx;
  });
  await expect(kept?.execute("select 1")).rejects.toMatchObject({ cause: { code: "CONNECTION_CLOSED" } });
});

import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { announceDerived } from "#lib/catalog/derived/announce-derived.ts";
import { cleanEntities } from "#lib/catalog/derived/clean-entities.ts";
import type { Derivation } from "#lib/catalog/derived/derivations.ts";
import { type Affected, findAffected } from "#lib/catalog/derived/find-affected.ts";
import {
  deriveJobName,
  enqueueDeriving,
  lockDeriving,
  lockEntities,
  markPending,
} from "#lib/catalog/derived/pending.ts";
import { isProgram, type Plan, readPlan } from "#lib/catalog/derived/read-plan.ts";
import { type ProgramOutcomes, runPrograms, storePrograms } from "#lib/catalog/derived/store-programs.ts";
import { storeValues } from "#lib/catalog/derived/store-values.ts";
import type { Context } from "#lib/kernel/context.ts";
import { eventsOf, writeOutbox } from "#lib/kernel/events.ts";
import { defineJob } from "#lib/kernel/jobs/define-job.ts";

const entitiesPerStep = 500;
const entitiesPerProgram = 100;
// Then others have their turn.
const stepsPerRun = 200;
const patienceMs = 1000;

/** `derivations` are those of the level. */
type Batch = { level: number; entities: Affected[]; plan: Plan; derivations: Derivation[] };
type Step = "more" | "held" | "done";

/**
 * Works out what is pending, from the lowest level up, a few hundred entities at a time, each time in a transaction of its own that also
 * takes them from what is pending. A worker that dies leaves the rest pending for the next one.
 */
export const workOutDerived = defineJob({
  name: deriveJobName,
  payload: z.object({}),
  async run({ ctx, signal }) {
    const stopped = new Map<string, string>();
    for (let step = 0; step < stepsPerRun && !signal.aborted; step += 1) {
      const outcome = await workOut(ctx, stopped);
      if (outcome === "done") return;
      if (outcome === "held") break;
    }
    await tenantTransaction({ orgId: ctx.org.id }, (tx) =>
      enqueueDeriving(tx, ctx.org.id, new Date(Date.now() + patienceMs)),
    );
  },
});

async function workOut(ctx: Context, stopped: Map<string, string>): Promise<Step> {
  const orgId = ctx.org.id;
  const found = await tenantTransaction({ orgId }, async (tx) => {
    const batch = await nextBatch(tx, orgId);
    // Chosen and stored under one lock, so that two workers never work out the same.
    return typeof batch === "string" || batch.derivations.some(isProgram) ? batch : storeBatch(ctx, tx, batch, []);
  });
  if (typeof found === "string") return found;
  const programs = await runPrograms(orgId, found, found.entities, stopped);
  return tenantTransaction({ orgId }, async (tx) => {
    await lockDeriving(tx, orgId);
    // A kind that changed meanwhile has its own order; what is pending is looked at anew.
    if ((await readPlan(tx, orgId, { evenIfEmpty: true })) !== found.plan) return "more";
    return storeBatch(ctx, tx, found, programs);
  });
}

/** Stores what is derived of a batch, takes it from what is pending, and marks what depends on what is different now. */
async function storeBatch(ctx: Context, tx: Transaction, batch: Batch, programs: ProgramOutcomes): Promise<Step> {
  const orgId = ctx.org.id;
  const { emit, flush } = eventsOf(ctx, tx);
  const { level, plan, derivations } = batch;
  const ids = batch.entities.map(({ id }) => id);
  const locked = await lockEntities(tx, orgId, ids);
  const ran = await storePrograms(tx, orgId, plan, programs);
  const withProgram = new Set(derivations.filter(isProgram).map(({ kind }) => kind));
  const done = batch.entities.filter(
    ({ id, kind }) => locked.has(id) && (!withProgram.has(kind) || ran.isCurrent.has(id)),
  );
  const changed = [...new Set([...ran.changed, ...(await storeValues(tx, orgId, derivations, done))])];
  await tx.execute(sql`
    delete from derived_pending p where p.org_id = ${orgId}::uuid and p.level = ${level} and p.entity_id = any(${sql.param(done.map(({ id }) => id))}::uuid[])`);
  await markFurther(tx, orgId, plan, { level, done, changed });
  await announceDerived(emit, changed);
  await flush();
  // What was pending and turned out as it was is current again: pages that say otherwise read it again.
  const payload = { count: done.length };
  if (done.length > changed.length) await writeOutbox(ctx, tx, [{ topic: "entity.changed", subjectId: "*", payload }]);
  return done.length === 0 && ids.length > 0 ? "held" : "more";
}

/** The entities that are next, after those that are gone and those for which nothing is derived were taken away. */
async function nextBatch(tx: Transaction, orgId: string): Promise<Batch | "more" | "done"> {
  await lockDeriving(tx, orgId);
  const plan = await readPlan(tx, orgId, { evenIfEmpty: true });
  if (plan === null) return "done";
  await tx.execute(sql`
    delete from derived_pending p where p.org_id = ${orgId}::uuid and (p.level > ${plan.levels.length}
      or not exists (select 1 from entities e where e.org_id = ${orgId}::uuid and e.id = p.entity_id))`);
  const rows = await tx.execute<Affected & { level: number }>(sql`
    select e.id, e.blueprint as kind, p.level
    from (select p.entity_id, p.level from derived_pending p where p.org_id = ${orgId}::uuid
      and p.level = (select min(l.level) from derived_pending l where l.org_id = ${orgId}::uuid)
      group by p.entity_id, p.level order by min(p.since), p.entity_id limit ${entitiesPerStep}) p
    join entities e on e.org_id = ${orgId}::uuid and e.id = p.entity_id`);
  const [first] = rows;
  if (first !== undefined) {
    const { level } = first;
    const derivations = plan.levels[level - 1] ?? [];
    // Of entities of the level whose kind has no program, a batch is one of these only, and is stored at once.
    const slow = new Set(derivations.filter(isProgram).map(({ kind }) => kind));
    const all = rows.map(({ id, kind }) => ({ id, kind }));
    const quick = all.filter(({ kind }) => !slow.has(kind));
    if (quick.length === 0) return { level, entities: all.slice(0, entitiesPerProgram), plan, derivations };
    return { level, entities: quick, plan, derivations: derivations.filter(({ kind }) => !slow.has(kind)) };
  }
  return feed(tx, orgId, plan);
}

/** Puts the next entities of a kind that changed among what is pending; when there are no more, all kinds are current. */
async function feed(tx: Transaction, orgId: string, plan: Plan): Promise<"more" | "done"> {
  const [next] = await tx.execute<{ blueprint: string; afterId: string | null }>(sql`
    select c.blueprint, c.after_id as "afterId" from derived_recomputations c
    where c.org_id = ${orgId}::uuid and c.done < c.total order by c.since, c.blueprint limit 1`);
  if (next === undefined) {
    await tx.execute(sql`delete from derived_recomputations c where c.org_id = ${orgId}::uuid`);
    return "done";
  }
  const rows = await tx.execute<{ id: string }>(sql`
    select e.id from entities e where e.org_id = ${orgId}::uuid and e.blueprint = ${next.blueprint}
      and e.id > coalesce(${next.afterId}::uuid, '00000000-0000-0000-0000-000000000000') order by e.id limit ${2 * entitiesPerStep}`);
  const ids = rows.map(({ id }) => id);
  const locked = await lockEntities(tx, orgId, ids);
  // Up to the first that somebody holds: it is not passed by.
  const held = ids.findIndex((id) => !locked.has(id));
  const taken = held < 0 ? ids : ids.slice(0, held);
  const isLast = held < 0 && ids.length < 2 * entitiesPerStep;
  const cleaned = await cleanEntities(tx, orgId, plan, next.blueprint, taken);
  const first = plan.levels.findIndex((derivations) => derivations.some(({ kind }) => kind === next.blueprint)) + 1;
  if (first > 0) await markPending(tx, orgId, first, taken);
  await markFurther(tx, orgId, plan, { level: 0, done: [], changed: cleaned });
  await tx.execute(sql`
    update derived_recomputations c set after_id = coalesce(${taken.at(-1) ?? null}::uuid, c.after_id),
      done = case when ${isLast} then c.total else least(c.done + ${taken.length}, c.total - 1) end
    where c.org_id = ${orgId}::uuid and c.blueprint = ${next.blueprint}`);
  return "more";
}

/** Marks what depends on entities that changed, and the same entities where more is derived of them on a higher level. */
async function markFurther(
  tx: Transaction,
  orgId: string,
  plan: Plan,
  { level, done, changed }: { level: number; done: Affected[]; changed: string[] },
): Promise<void> {
  for (const [index, derivations] of plan.levels.entries()) {
    if (index + 1 <= level) continue;
    const kinds = new Set(derivations.map(({ kind }) => kind));
    const affected = await findAffected(tx, orgId, derivations, changed);
    const own = done.filter(({ kind }) => kinds.has(kind));
    await markPending(
      tx,
      orgId,
      index + 1,
      [...affected, ...own].map(({ id }) => id),
    );
  }
}

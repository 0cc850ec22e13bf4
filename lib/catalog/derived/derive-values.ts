import type { Transaction } from "#db/client.ts";
import { announceDerived } from "#lib/catalog/derived/announce-derived.ts";
import { type Affected, findAffected } from "#lib/catalog/derived/find-affected.ts";
import {
  enqueueDeriving,
  lockDeriving,
  lockEntities,
  lowestPending,
  markPending,
} from "#lib/catalog/derived/pending.ts";
import { isProgram, type Plan, readPlan } from "#lib/catalog/derived/read-plan.ts";
import { storeValues } from "#lib/catalog/derived/store-values.ts";
import { takeTouched } from "#lib/catalog/derived/touched.ts";
import type { InlineSubscriber } from "#lib/kernel/events.ts";

// What somebody waits for; a wider circle is marked as not current and left to the worker.
const workedOutAtOnce = 200;

/** Works out, in the transaction of a change, what is derived from what changed; or says that it is not current any more. */
export const deriveValues: InlineSubscriber = {
  topic: "entity.changed",
  name: "catalog.derive-values",
  async run({ ctx, tx, events, emit }) {
    const details = events.map(({ detail }) => detail as { entityIds?: string[]; isDerived?: boolean } | undefined);
    const ids = details.flatMap((detail) => (detail?.isDerived === true ? [] : (detail?.entityIds ?? [])));
    const touched = [...new Set([...ids, ...takeTouched(tx)])];
    if (touched.length === 0) return;
    const plan = await readPlan(tx, ctx.org.id);
    if (plan === null) return;
    const changed = await deriveFrom(tx, ctx.org.id, plan, touched);
    const known = new Set(ids);
    await announceDerived(
      emit,
      changed.filter((id) => !known.has(id)),
    );
  },
};

/**
 * Level by level: what is affected by a small change is worked out now; what is wide, a program, held by somebody else, or read from
 * something that is not current itself, becomes pending.
 * @returns the entities that are different now
 */
async function deriveFrom(tx: Transaction, orgId: string, plan: Plan, touched: string[]): Promise<string[]> {
  await lockDeriving(tx, orgId);
  const behind = await lowestPending(tx, orgId);
  const changed = new Set<string>();
  const pending = new Set<string>();
  for (const [index, derivations] of plan.levels.entries()) {
    const level = index + 1;
    const affected = await findAffected(tx, orgId, derivations, [...touched, ...changed]);
    const stale = await findAffected(tx, orgId, derivations, [...pending]);
    const programs = new Set(derivations.filter(isProgram).map(({ kind }) => kind));
    const isLeft = affected.length > workedOutAtOnce || behind < level;
    const staleIds = new Set(stale.map(({ id }) => id));
    const now = affected.filter(({ id, kind }) => !isLeft && !staleIds.has(id) && !programs.has(kind));
    const locked = await lockEntities(
      tx,
      orgId,
      now.map(({ id }) => id),
    );
    const isNow = ({ id }: Affected) => locked.has(id);
    const later = [...stale, ...affected.filter((entity) => !now.includes(entity) || !isNow(entity))].map(
      ({ id }) => id,
    );
    await markPending(tx, orgId, level, later);
    for (const id of later) pending.add(id);
    for (const id of await storeValues(tx, orgId, derivations, now.filter(isNow))) changed.add(id);
  }
  if (pending.size > 0) await enqueueDeriving(tx, orgId);
  return [...changed];
}

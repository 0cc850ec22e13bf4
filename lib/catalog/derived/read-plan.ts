import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import { type Derivation, findDerivations, nodeOf, orderDerivations } from "#lib/catalog/derived/derivations.ts";
import type { Kinds } from "#lib/catalog/derived/follow-path.ts";

/** What is derived in an organization, and in which order: `levels[0]` reads only what is stated. */
export type Plan = { kinds: Kinds; levels: Derivation[][] };

const keptPlans = 100;
const plans = new Map<string, { key: string; plan: Plan }>();

/**
 * The plan of an organization, or null when it derives nothing: then this one look at its kinds is all that writing an entity costs.
 * Plans are kept while no kind changes, because expressions have to be read to make one.
 */
export async function readPlan(tx: Transaction, orgId: string, { evenIfEmpty = false } = {}): Promise<Plan | null> {
  const [row] = await tx.execute<{ key: string | null; hasDerived: boolean | null }>(sql`
    select string_agg(b.identifier || ' ' || b.version || ' ' || extract(epoch from b.updated_at), ',' order by b.identifier) as key,
      bool_or(b.has_derived) as "hasDerived"
    from blueprints b where b.org_id = ${orgId}::uuid`);
  if (row?.hasDerived !== true && !evenIfEmpty) return null;
  const key = row?.key ?? "";
  const known = plans.get(orgId);
  if (known?.key === key) return known.plan;
  const plan = makePlan(await readBlueprints(tx, orgId));
  plans.delete(orgId);
  plans.set(orgId, { key, plan });
  for (const oldest of plans.keys()) {
    if (plans.size <= keptPlans) break;
    plans.delete(oldest);
  }
  return plan;
}

/** Sorts what is derived by level. */
export function makePlan(kinds: Kinds): Plan {
  const derivations = findDerivations(kinds);
  const { levels } = orderDerivations(derivations);
  const highest = Math.max(0, ...levels.values());
  return {
    kinds,
    levels: Array.from({ length: highest }, (_, index) =>
      derivations.filter((derivation) => levels.get(nodeOf(derivation)) === index + 1),
    ),
  };
}

/** Whether a derivation is a program in jq, which is never run where somebody waits. */
export function isProgram({ property }: Derivation): boolean {
  return property?.kind === "calculated" && property.language === "jq";
}

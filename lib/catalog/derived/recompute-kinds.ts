import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import { findDerivations } from "#lib/catalog/derived/derivations.ts";
import type { Kinds } from "#lib/catalog/derived/follow-path.ts";
import { enqueueDeriving } from "#lib/catalog/derived/pending.ts";
import { canonicalText } from "#lib/catalog/entities/imports/hash-entity.ts";

/**
 * Has everything worked out anew that a changed kind makes different: its own derived properties and owners, and those of kinds whose
 * paths lead over it. What depends on these is not current either until all is done.
 */
export async function recomputeKinds(
  tx: Transaction,
  orgId: string,
  { kind, before, kinds }: { kind: string; before: BlueprintDefinition | null; kinds: Kinds },
): Promise<void> {
  const after = kinds.get(kind)?.definition;
  const derivations = findDerivations(kinds);
  const anew = new Set<string>();
  const relationsDiffer = canonicalText(before?.relations ?? []) !== canonicalText(after?.relations ?? []);
  if (derivedParts(before) !== derivedParts(after) || (relationsDiffer && derivations.some((one) => one.kind === kind)))
    anew.add(kind);
  if (relationsDiffer)
    for (const { kind: other, hops, path } of derivations)
      if (path.length > 0 && (hops.flat().includes(kind) || path.some(({ direction }) => direction === "incoming")))
        anew.add(other);
  // Those that a value is followed on and on through are of one level: none of them waits for another.
  const beforeKinds = new Map(kinds);
  if (before === null) beforeKinds.delete(kind);
  else beforeKinds.set(kind, { definition: before });
  if (relationsDiffer || derivedParts(before) !== derivedParts(after))
    for (const { kind: other, nearest, hops } of [...derivations, ...findDerivations(beforeKinds)])
      if (nearest !== null && kinds.has(other) && [...nearest.among, ...hops.flat()].includes(kind)) anew.add(other);
  if (anew.size === 0) return;
  // Whatever reads a kind that is worked out anew, and so on.
  const behind = new Set(anew);
  for (const one of behind)
    for (const { kind: other, reads } of derivations) if (reads.some((read) => read.kind === one)) behind.add(other);
  // The order may be another one now: what was pending begins from the start.
  await tx.execute(sql`update derived_pending p set level = 1 where p.org_id = ${orgId}::uuid and p.level > 1`);
  await tx.execute(sql`
    insert into derived_recomputations (org_id, blueprint, total)
    select ${orgId}::uuid, k.kind, case when k.kind = any(${sql.param([...anew])}::text[])
      then (select count(*)::integer from entities e where e.org_id = ${orgId}::uuid and e.blueprint = k.kind) else 0 end
    from unnest(${sql.param([...behind])}::text[]) as k(kind)
    on conflict (org_id, blueprint) do update set after_id = null, done = 0, total = greatest(excluded.total, derived_recomputations.total)`);
  await enqueueDeriving(tx, orgId);
}

function derivedParts(definition: BlueprintDefinition | null | undefined): string {
  // What is stored has its keys in another order.
  return canonicalText([definition?.derived ?? [], definition?.ownership ?? { type: "direct" }]);
}

import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { checkDefinition } from "#lib/catalog/blueprints/check-definition.ts";
import { ensureBlueprints } from "#lib/catalog/blueprints/ensure-blueprints.ts";
import { findMisfits } from "#lib/catalog/blueprints/find-misfits.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import { Resolution, resolveMisfits } from "#lib/catalog/blueprints/resolve-misfits.ts";
import { type BlueprintDetail, BlueprintInput } from "#lib/catalog/blueprints/schema.ts";
import { shippedBlueprint } from "#lib/catalog/blueprints/shipped-blueprints.ts";
import { recomputeKinds } from "#lib/catalog/derived/recompute-kinds.ts";
import { recordChanges } from "#lib/catalog/entities/history/record-changes.ts";
import { scheduleAsking } from "#lib/catalog/verification/ask-owners.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/**
 * Replaces what a kind of entity is made of. Entities that do not fit any more are converted, kept, emptied, or refuse the change, as
 * `resolutions` say; `preview-change` shows them first.
 */
export const updateBlueprint = command({
  name: "blueprint.update",
  permission: "blueprint:write",
  route: { method: "PUT", path: "/blueprints/{identifier}", summary: "Change what a kind of entity is made of" },
  input: BlueprintInput.extend({
    expectedVersion: z
      .number()
      .int()
      .optional()
      .describe("The version that was read; refused when there is a newer one"),
    resolutions: z.array(Resolution).max(500).default([]),
  }),
  output: z.object({ identifier: z.string(), version: z.number(), changedEntities: z.number() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { expectedVersion, resolutions, ...after } = input;
    const { identifier, definition } = after;
    const kind = { orgId: ctx.org.id, blueprint: identifier };
    // Two changes at once could each be fine and need each other together.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`blueprints ${ctx.org.id}`}, 0))`);
    const blueprints = await readBlueprints(tx, ctx.org.id);
    const before = blueprints.get(identifier);
    if (before === undefined) throw new AppError("not_found", `There is no kind ${identifier}.`);
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw await lostUpdate(tx, ctx.org.id, before, expectedVersion);
    const problems = await checkDefinition(identifier, definition, blueprints);
    if (problems.length > 0)
      throw new AppError("invalid", "The definition cannot be used; nothing was saved.", problems);
    await ensureBlueprints(tx, ctx.org.id, [identifier]);
    const [stored] = await tx.execute<{ version: number }>(sql`
      update blueprints b set title = ${after.title}, plural_title = ${after.pluralTitle}, icon = ${after.icon}, description = ${after.description},
        definition = ${isAsShipped(after, before) ? null : JSON.stringify(definition)}::jsonb, version = b.version + 1, updated_at = now()
      where b.org_id = ${ctx.org.id}::uuid and b.identifier = ${identifier} returning b.version`);
    if (stored === undefined) throw new Error("A blueprint was not stored");
    const misfits = await findMisfits(tx, kind, { before: before.definition, after: definition });
    const changed = await resolveMisfits(tx, kind, misfits, { definition, resolutions });
    await recordChanges({ ctx, tx, emit }, changed);
    audit({
      subjectKind: "blueprint",
      subjectId: identifier,
      subjectName: after.title,
      before,
      after: { ...after, changedEntities: changed.length },
    });
    await recomputeKinds(tx, ctx.org.id, {
      kind: identifier,
      before: before.definition,
      kinds: new Map<string, { definition: typeof definition }>([...blueprints, [identifier, { definition }]]),
    });
    await scheduleAsking(tx, ctx.org.id, definition);
    await emit({ topic: "blueprint.changed", subjectId: identifier });
    return { identifier, version: stored.version, changedEntities: changed.length };
  },
});

/** Brought back to how it ships: nothing is stored then, so that it follows the next version again. */
function isAsShipped(after: BlueprintInput, { origin }: BlueprintDetail): boolean {
  const shipped = origin === "shipped" ? shippedBlueprint(after.identifier) : null;
  if (shipped === null) return false;
  const { position: _, ...input } = shipped;
  return isDeepStrictEqual(input, BlueprintInput.parse(after));
}

/** A conflict that carries how the kind is now and who made it so. */
async function lostUpdate(
  tx: Transaction,
  org: string,
  before: BlueprintDetail,
  expectedVersion: number,
): Promise<AppError> {
  const [last] = await tx.execute<{ by: string }>(sql`
    select a.actor_name as by from audit_entries a
    where a.org_id = ${org}::uuid and a.operation in ('blueprint.create', 'blueprint.update') and a.subject_id = ${before.identifier} order by a.id desc limit 1`);
  const by = last?.by ?? "Somebody";
  return new AppError(
    "conflict",
    `${by} changed this kind meanwhile: it is at version ${before.version}, you began with ${expectedVersion}. Nothing was saved; look at both and save again.`,
    [],
    { details: { by, theirs: before } },
  );
}

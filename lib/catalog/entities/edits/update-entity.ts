import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import type { LayeredEntity } from "#lib/catalog/contributions/read-layers.ts";
import { toDocument } from "#lib/catalog/contributions/schema.ts";
import { writeLayers } from "#lib/catalog/contributions/write-layers.ts";
import {
  ExpectedVersion,
  editorOf,
  entityKey,
  lockEntity,
  throwProblems,
} from "#lib/catalog/entities/edits/editing.ts";
import { planEdit } from "#lib/catalog/entities/edits/plan-edit.ts";
import { diffDocuments } from "#lib/catalog/entities/history/diff-documents.ts";
import { recordChanges } from "#lib/catalog/entities/history/record-changes.ts";
import { EntityPatch } from "#lib/catalog/entities/schema.ts";
import { upsertSource } from "#lib/catalog/sources/upsert-source.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/**
 * Changes fields of an entity. Beside a source that describes it too, what was edited is kept as an override: it outlives the next
 * import, and `drop-override` takes it back.
 */
export const updateEntity = command({
  name: "entity.update",
  permission: "entity:write",
  route: { method: "PATCH", path: "/entities/{blueprint}/{+identifier}", summary: "Change fields of an entity" },
  input: EntityPatch.extend({ ...entityKey, expectedVersion: ExpectedVersion }),
  output: z.object({
    version: z.number(),
    isChanged: z.boolean(),
    /** Fields in which somebody with a higher precedence says something else, so that nothing changed there. */
    overruled: z.array(z.string()),
  }),
  async run({ ctx, tx, input, audit, emit }) {
    const { blueprint, identifier, expectedVersion, ...fields } = input;
    const before = await lockEntity({ ctx, tx }, input);
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw await lostUpdate(tx, ctx.org.id, before, expectedVersion, fields);
    const edit = {
      source: await upsertSource(tx, ctx.org.id, editorOf(ctx)),
      at: new Date().toISOString(),
      by: ctx.actor.name,
      blueprints: await readBlueprints(tx, ctx.org.id, [blueprint]),
    };
    const { layers, problems, overruled, was, said } = planEdit(before, fields, edit);
    throwProblems(problems);
    const changed = await writeLayers({ ctx, tx, emit }, [{ before, layers }]);
    await recordChanges({ ctx, tx, emit }, changed, { sourceId: edit.source.id });
    const subjectName = `${blueprint}:${identifier}`;
    audit({ subjectKind: "entity", subjectId: before.id, subjectName, before: was, after: said });
    return { version: before.version + changed.length, isChanged: changed.length > 0, overruled };
  },
});

/** A conflict that carries both: how the entity is now with what changed meanwhile, and what was to be written. */
async function lostUpdate(
  tx: Transaction,
  org: string,
  before: LayeredEntity,
  expectedVersion: number,
  yours: Record<string, unknown>,
): Promise<AppError> {
  const rows = await tx.execute<{ version: number; at: string; by: string; document: unknown }>(sql`
    select v.version, ${iso(sql`v.at`)} as at, v.actor_name as by, v.document from entity_versions v
    where v.org_id = ${org}::uuid and v.entity_id = ${before.id}::uuid and v.version in (${before.version}, ${expectedVersion})`);
  const now = rows.find(({ version }) => version === before.version);
  const read = rows.find(({ version }) => version === expectedVersion);
  const who = now === undefined ? "Somebody" : now.by;
  return new AppError(
    "conflict",
    `${who} changed this meanwhile: it is at version ${before.version}, you began with ${expectedVersion}. Nothing was saved; look at both and save again.`,
    [],
    {
      details: {
        theirs: {
          version: before.version,
          at: now?.at ?? null,
          by: now?.by ?? null,
          ...toDocument(before.entity),
          title: before.entity.title,
        },
        changedMeanwhile: read === undefined || now === undefined ? [] : diffDocuments(read.document, now.document),
        yours,
      },
    },
  );
}

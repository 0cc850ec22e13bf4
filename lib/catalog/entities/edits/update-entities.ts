import { sql } from "drizzle-orm";
import { z } from "zod";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import { readLayers } from "#lib/catalog/contributions/read-layers.ts";
import { writeLayers } from "#lib/catalog/contributions/write-layers.ts";
import { ExpectedVersion, editorOf, entityKey } from "#lib/catalog/entities/edits/editing.ts";
import { type EditPlan, planEdit } from "#lib/catalog/entities/edits/plan-edit.ts";
import { undoPatch } from "#lib/catalog/entities/edits/undo-edit.ts";
import { recordChanges } from "#lib/catalog/entities/history/record-changes.ts";
import { EntityPatch } from "#lib/catalog/entities/schema.ts";
import { upsertSource } from "#lib/catalog/sources/upsert-source.ts";
import { AppError, type FieldProblem } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

const Tags = EntityPatch.shape.tags;
const OneEdit = EntityPatch.extend({
  ...entityKey,
  expectedVersion: ExpectedVersion,
  tagsToAdd: Tags.describe("Beside the tags that are there"),
  tagsToRemove: Tags,
});
type OneEdit = z.output<typeof OneEdit>;
const problemsInAnswer = 500;

export const UpdateEntitiesInput = z
  .strictObject({
    edits: z.array(OneEdit).min(1, "Send at least one edit").max(5000, "Send at most 5,000 edits at once"),
    /** Whether what can be saved is, when some cannot. */
    isPartial: z.boolean().default(false).describe("Save what can be saved, and say what cannot"),
    withUndo: z.boolean().default(false).describe("Answer the edits that take back what was changed"),
  })
  .check((request) => {
    const places = new Map<string, number>();
    for (const [place, { blueprint, identifier }] of request.value.edits.entries()) {
      const name = `${blueprint}:${identifier}`;
      const first = places.get(name);
      if (first === undefined) places.set(name, place);
      else {
        const message = `${name} is in the request twice, first at place ${first}; send it once`;
        request.issues.push({ code: "custom", message, path: ["edits", place, "identifier"], input: identifier });
      }
    }
  });

/**
 * Changes fields of many entities: all or nothing, or, when `isPartial`, each by itself with every refusal named. One transaction, one
 * audit entry, a version per entity that changed.
 */
export const updateEntities = command({
  name: "entity.update-many",
  permission: "entity:write",
  route: { method: "POST", path: "/entities/edits", summary: "Change fields of many entities" },
  input: UpdateEntitiesInput,
  output: z.object({
    changed: z.number(),
    unchanged: z.number(),
    refused: z.number(),
    /** `path` begins with the place of the edit, such as `edits.3.properties.tier`; the first 500. */
    problems: z.array(z.object({ path: z.string(), message: z.string() })),
    /** Edits that give each entity that changed its former values, while nobody changes it again; absent unless asked for. */
    undo: z.array(OneEdit).optional(),
  }),
  async run({ ctx, tx, input, audit, emit }) {
    const org = ctx.org.id;
    const names = JSON.stringify(input.edits.map(({ blueprint, identifier }) => ({ blueprint, identifier })));
    const rows = await tx.execute<{ id: string }>(sql`
      select e.id from jsonb_to_recordset(${names}::jsonb) as r(blueprint text, identifier text)
      join entities e on e.org_id = ${org}::uuid and e.blueprint = r.blueprint and e.identifier = r.identifier and not e.is_archived`);
    const ids = rows.map(({ id }) => id);
    const stored = await readLayers(tx, org, ids, { lock: true });
    const byName = new Map(stored.map((entity) => [`${entity.entity.blueprint}:${entity.entity.identifier}`, entity]));
    const edit = {
      source: await upsertSource(tx, org, editorOf(ctx)),
      at: new Date().toISOString(),
      by: ctx.actor.name,
      blueprints: await readBlueprints(tx, org),
    };
    const problems: FieldProblem[] = [];
    const plans: EditPlan[] = [];
    let refused = 0;
    for (const [place, { blueprint, identifier, expectedVersion, ...said }] of input.edits.entries()) {
      const before = byName.get(`${blueprint}:${identifier}`);
      const plan =
        before === undefined || before.isArchived ? null : planEdit(before, withTags(said, before.entity.tags), edit);
      const found = problemsOf(plan, { name: `${blueprint} ${identifier}`, expectedVersion });
      if (found.length > 0) refused += 1;
      else if (plan !== null) plans.push(plan);
      problems.push(...found.map(({ path, message }) => ({ path: `edits.${place}.${path}`, message })));
    }
    if (problems.length > 0 && !input.isPartial) {
      const message = `${refused} of ${input.edits.length} edits cannot be made; nothing was saved.`;
      throw new AppError("invalid", message, problems.slice(0, problemsInAnswer));
    }
    const changed = await writeLayers({ ctx, tx, emit }, plans);
    await recordChanges({ ctx, tx, emit }, changed, { sourceId: edit.source.id });
    const counts = { changed: changed.length, unchanged: plans.length - changed.length, refused };
    audit({ subjectKind: "source", subjectId: edit.source.id, subjectName: edit.source.name, after: counts });
    const answer = { ...counts, problems: problems.slice(0, problemsInAnswer) };
    return input.withUndo ? { ...answer, undo: undoOf(plans, new Set(changed)) } : answer;
  },
});

function undoOf(plans: EditPlan[], changed: ReadonlySet<string>): OneEdit[] {
  return plans
    .filter(({ before }) => changed.has(before.id))
    .map((plan) => {
      const { blueprint, identifier } = plan.before.entity;
      return { blueprint, identifier, ...undoPatch(plan), expectedVersion: plan.before.version + 1 };
    });
}

/** Adding and taking away tags is said as the tags that there are then. */
function withTags(
  { tagsToAdd, tagsToRemove, ...fields }: Omit<OneEdit, "blueprint" | "identifier" | "expectedVersion">,
  tags: string[],
): EntityPatch {
  if (tagsToAdd === undefined && tagsToRemove === undefined) return fields;
  const removed = new Set(tagsToRemove);
  const kept = (fields.tags ?? tags).filter((tag) => !removed.has(tag));
  return { ...fields, tags: [...new Set([...kept, ...(tagsToAdd ?? [])])] };
}

function problemsOf(
  plan: EditPlan | null,
  { name, expectedVersion }: { name: string; expectedVersion: number | undefined },
): FieldProblem[] {
  if (plan === null) return [{ path: "identifier", message: `There is no ${name} in the catalog` }];
  const { version } = plan.before;
  if (expectedVersion !== undefined && expectedVersion !== version)
    return [{ path: "expectedVersion", message: `It is at version ${version} by now, not at ${expectedVersion}` }];
  return plan.problems;
}

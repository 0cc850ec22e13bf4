import { sql } from "drizzle-orm";
import type { Sql } from "postgres";
import { makeSyntheticEntities, syntheticCounts } from "#db/seed/synthetic.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { importEntities } from "#lib/catalog/entities/imports/import-entities.ts";
import { countEntities } from "#lib/catalog/entities/lists/count-entities.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import type { Context } from "#lib/kernel/context.ts";
import { listEntityLevels } from "#lib/scorecards/results/list-entity-levels.ts";
import { stopListening } from "#lib/web/live/listen-events.ts";
import { closeStreams } from "#lib/web/live/stream-events.ts";
import { makeOrg } from "./catalog.ts";
import { Door } from "./door.ts";
import { loadCatalog } from "./load-catalog.ts";
import { median, quantile, timeOf } from "./measure.ts";
import { report } from "./report.ts";

const turns = 40;
const source = { name: "bench", location: "bench" };

/**
 * From the call that changes one entity until a reader sees all of it: version, relations, search, facets and scores. They change in one
 * transaction, so this is the time to its commit and of the readings. When an open stream hears of it is measured apart. The baseline is the
 * least a change costs: one bare update.
 */
export async function benchFreshness(owner: Sql, total: number): Promise<boolean[]> {
  const ctx = await makeOrg("bench-freshness");
  await loadCatalog(owner, [ctx.org.id], total);
  await owner.unsafe("vacuum analyze");
  const subjects = pickSubjects(total);
  // As they come from their source, so that the turns change one thing each.
  for (const entity of Object.values(subjects)) await importEntities.call(ctx, { source, entities: [entity] });
  const stream = await (await Door.open(owner, ctx)).listen("entity.changed");
  const times: Record<string, Record<"baseline" | "commit" | "visible" | "stream", number[]>> = {};
  for (let turn = -5; turn < turns; turn += 1) {
    for (const [name, entity] of Object.entries(subjects)) {
      times[name] ??= { baseline: [], commit: [], visible: [], stream: [] };
      const baseline = await timeOf(() => updateBarely(ctx, entity));
      const mark = `fresh${turn + 10}x${name.replaceAll(" ", "")}`;
      const changed = {
        ...entity,
        description: `Now ${mark}`,
        tags: [mark],
        relations: [...entity.relations, newRelation(turn)],
      };
      const heard = stream.heard();
      const startedAt = performance.now();
      const result = await importEntities.call(ctx, { source, entities: [changed] });
      const commit = performance.now() - startedAt;
      if (result.changed !== 1) throw new Error(`${name} was not changed`);
      // Before anything else is asked: a reader would make it wait.
      const heardAt = await heard;
      const readingAt = performance.now();
      await expectVisible(ctx, changed, mark);
      if (turn < 0) continue;
      times[name]?.baseline.push(baseline);
      times[name]?.commit.push(commit);
      times[name]?.visible.push(commit + performance.now() - readingAt);
      times[name]?.stream.push(Math.max(0, heardAt - startedAt - commit));
    }
  }
  stream.close();
  closeStreams();
  await stopListening();
  return Object.entries(times).flatMap(([name, { baseline, commit, visible, stream: delivered }]) =>
    (
      [
        ["to its commit, median", median(commit)],
        ["to a reader who has seen all of it, median", median(visible)],
        ["to a reader who has seen all of it, 95 of 100", quantile(visible, 0.95)],
        ["from its answer to an open stream, 95 of 100", quantile(delivered, 0.95)],
      ] as const
    ).map(([what, value]) =>
      report({
        bench: `one ${name} changed, ${what}, ${total} entities`,
        value,
        unit: "ms",
        baseline: median(baseline),
        goal: 40,
        better: "lower",
      }),
    ),
  );
}

/** A component, a member of the group that has three quarters of all people, and a system that very much is part of. */
function pickSubjects(total: number): Record<string, ImportedEntity> {
  const wanted: Record<string, (entity: ImportedEntity) => boolean> = {
    component: (entity) =>
      // A deprecated one has no scores to be seen.
      entity.blueprint === "component" &&
      entity.lifecycle === "production" &&
      Number(entity.identifier.split("-")[1]) >= syntheticCounts(total).component - 20,
    "member of the hub": (entity) =>
      entity.blueprint === "user" &&
      entity.relations.some(({ type, identifier }) => type === "memberOf" && identifier === "group-0"),
  };
  const found: Record<string, ImportedEntity> = {};
  for (const entity of makeSyntheticEntities(total)) {
    for (const [name, isWanted] of Object.entries(wanted))
      if (found[name] === undefined && isWanted(entity)) found[name] = entity;
    if (Object.keys(found).length === Object.keys(wanted).length) break;
  }
  return found;
}

function newRelation(turn: number) {
  return { type: "dependsOn", blueprint: "component", identifier: `component-${turn + 20}` };
}

function updateBarely(ctx: Context, { blueprint, identifier }: ImportedEntity): Promise<unknown> {
  return tenantTransaction({ orgId: ctx.org.id }, (tx) =>
    tx.execute(
      sql`update entities set updated_at = now() where org_id = ${ctx.org.id}::uuid and blueprint = ${blueprint} and identifier = ${identifier}`,
    ),
  );
}

async function expectVisible(
  ctx: Context,
  { blueprint, identifier, description, relations }: ImportedEntity,
  mark: string,
): Promise<void> {
  const [entity, found, counts] = await Promise.all([
    getEntity.call(ctx, { blueprint, identifier }),
    listEntities.call(ctx, { text: mark, limit: 5 }),
    countEntities.call(ctx, { tag: mark }),
  ]);
  const { levels } = await listEntityLevels.call(ctx, { entityIds: [entity.id] });
  const last = relations.at(-1)?.identifier ?? "";
  const isVisible =
    entity.description === description &&
    JSON.stringify(entity).includes(last) &&
    found.items.length === 1 &&
    counts.total === 1 &&
    (blueprint !== "component" || levels.length > 0);
  if (!isVisible) throw new Error(`${blueprint}:${identifier} was committed, but not everything of it can be seen`);
}

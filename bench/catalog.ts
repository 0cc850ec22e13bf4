import { seedContext, seedOrg } from "#db/seed/scenario.ts";
import { importEntities } from "#lib/catalog/entities/import-entities.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import type { Context } from "#lib/kernel/context.ts";

const batchSize = 5_000;
const source = { name: "bench", location: "bench" };

/** A new organization, with the scorecards that every new one has. */
export async function makeOrg(slug: string): Promise<Context> {
  const org = { slug, name: slug, timeZone: "UTC", members: [] };
  await seedOrg(org, async () => {});
  return seedContext(org);
}

/** Imports through the operation, as a program would, in as few calls as it allows. */
export async function ingest(
  ctx: Context,
  entities: ImportedEntity[],
): Promise<{ created: number; changed: number; unchanged: number }> {
  const sum = { created: 0, changed: 0, unchanged: 0 };
  for (let start = 0; start < entities.length; start += batchSize) {
    const result = await importEntities.call(ctx, { source, entities: entities.slice(start, start + batchSize) });
    sum.created += result.created;
    sum.changed += result.changed;
    sum.unchanged += result.unchanged;
  }
  return sum;
}

import { seedContext, seedOrg } from "#db/seed/scenario.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import type { Context } from "#lib/kernel/context.ts";

/** As many as one call takes. */
const batchSize = 5_000;

/** A new organization, with the scorecards that every new one has. */
export async function makeOrg(slug: string): Promise<Context> {
  const org = { slug, name: slug, timeZone: "UTC", members: [] };
  await seedOrg(org, async () => {});
  return seedContext(org);
}

/** In as few calls as a program that imports them would make. */
export function* inBatches(entities: Iterable<ImportedEntity>): Generator<ImportedEntity[]> {
  let batch: ImportedEntity[] = [];
  for (const entity of entities) {
    if (batch.push(entity) < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

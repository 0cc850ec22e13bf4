import { importEntities } from "#lib/catalog/entities/import-entities.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { type Scenario, type SeedOrg, seedContext, seedOrg } from "./scenario.ts";
import { makeSyntheticEntities } from "./synthetic.ts";

const batchSize = 5000;

/** An organization with a large made-up catalog, for looking at pages and queries at size. */
export function synthetic(total: number): Scenario {
  const size = `${total / 1000}k`;
  const org: SeedOrg = {
    slug: `synthetic-${size}`,
    name: `Synthetic ${size}`,
    timeZone: "UTC",
    members: [{ email: "ines@harbourline.example", name: "Ines Okafor", role: "admin" }],
  };
  return {
    name: `${size}-entities`,
    purpose: `an organization with ${total.toLocaleString("en")} made-up entities`,
    async run(say) {
      await seedOrg(org, async () => {});
      const ctx = seedContext(org);
      const source = { name: "synthetic", location: `seed:${org.slug}` };
      let batch: ImportedEntity[] = [];
      let written = 0;
      const write = async () => {
        if (batch.length === 0) return;
        await importEntities.call(ctx, { source, entities: batch });
        written += batch.length;
        batch = [];
        say(`${written.toLocaleString("en")} of ${total.toLocaleString("en")} entities`);
      };
      for (const entity of makeSyntheticEntities(total)) {
        batch.push(entity);
        if (batch.length === batchSize) await write();
      }
      await write();
    },
  };
}

import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { tenantTransaction } from "#db/transactions.ts";
import { importEntities } from "#lib/catalog/entities/imports/import-entities.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { type Scenario, type SeedOrg, seedContext, seedOrg } from "./scenario.ts";
import { makeSyntheticEntities } from "./synthetic.ts";

// A call that took too long is made again for half as many, down to so few that something else must be wrong.
const leastPerCall = 100;
const betweenCallsMs = 1_000;

/**
 * An organization with a large made-up catalog, for looking at pages and queries at size. Each call is a transaction of its own: run again
 * after it was interrupted it goes on, as what is there already is not written again.
 */
export function synthetic(total: number, perCall = 5_000): Scenario {
  const size = `${total / 1000}k`;
  const org: SeedOrg = {
    slug: `synthetic-${size}`,
    name: `Synthetic ${size}`,
    timeZone: "UTC",
    members: [{ email: "ines@harbourline.example", name: "Ines Okafor", role: "admin" }],
  };
  const source = { name: "synthetic", location: `seed:${org.slug}` };
  return {
    name: `${size}-entities`,
    purpose: `an organization with ${total.toLocaleString("en")} made-up entities`,
    async run(say) {
      const ctx = seedContext(org);
      const before = await countOf(ctx);
      if (before === null) await seedOrg(org, async () => {});
      else if (before >= total) throw new AppError("conflict", `${org.name} has all of its entities.`);
      else say(`${before.toLocaleString("en")} entities are there already; going on with the others`);
      let done = 0;
      const write = async (entities: ImportedEntity[]): Promise<void> => {
        try {
          await importEntities.call(ctx, { source, entities });
          done += entities.length;
          say(`${done.toLocaleString("en")} of ${total.toLocaleString("en")} entities`);
        } catch (error) {
          const isBusy = error instanceof AppError && error.code === "unavailable";
          if (!isBusy || entities.length <= leastPerCall) throw error;
          const half = Math.ceil(entities.length / 2);
          say(`The database is busy; trying again with ${half.toLocaleString("en")} entities at once`);
          await sleep(betweenCallsMs);
          await write(entities.slice(0, half));
          await write(entities.slice(half));
        }
      };
      let batch: ImportedEntity[] = [];
      for (const entity of makeSyntheticEntities(total)) {
        if (batch.push(entity) < perCall) continue;
        await write(batch);
        batch = [];
      }
      if (batch.length > 0) await write(batch);
    },
  };
}

/** How many entities the organization has, archived ones among them; null when it is not there. */
async function countOf({ org }: Context): Promise<number | null> {
  const [row] = await tenantTransaction({ orgId: org.id }, (tx) =>
    tx.execute<{ count: number }>(sql`
      select (select count(*)::integer from entities e where e.org_id = o.org_id) as count from orgs o where o.org_id = ${org.id}::uuid`),
  );
  return row?.count ?? null;
}

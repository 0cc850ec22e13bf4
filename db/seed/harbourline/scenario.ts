import { importEntities } from "#lib/catalog/entities/imports/import-entities.ts";
import { recordDeployments } from "#lib/metrics/deployments/record-deployments.ts";
import { recordIncidents } from "#lib/metrics/incidents/record-incidents.ts";
import type { Scenario, SeedOrg } from "../scenario.ts";
import { seedOrg } from "../scenario.ts";
import { harbourlineCatalog } from "./catalog.ts";
import { harbourlineHistory } from "./deployments.ts";
import { deriveSomething } from "./derive.ts";
import { makeTeams } from "./make-teams.ts";
import { northwindCatalog } from "./northwind.ts";
import { saveViews } from "./save-views.ts";

const org: SeedOrg = {
  slug: "harbourline",
  name: "Harbourline",
  timeZone: "Europe/Berlin",
  members: [
    { email: "ines@harbourline.example", name: "Ines Okafor", role: "admin", teamRef: "group:payments" },
    { email: "mateo@harbourline.example", name: "Mateo Lindqvist", role: "member", teamRef: "group:checkout" },
    { email: "nora@harbourline.example", name: "Nora Kelly", role: "viewer", teamRef: "group:merchants" },
  ],
};

// A second organization, so that there is somebody who must not see the first.
const neighbour: SeedOrg = {
  slug: "northwind-labs",
  name: "Northwind Labs",
  timeZone: "America/New_York",
  members: [{ email: "lea@northwind.example", name: "Lea Sorensen", role: "admin", teamRef: "group:research" }],
};

/** The demo company. */
export const harbourline: Scenario = {
  name: "harbourline",
  purpose: "the demo company: 12 teams, 60 services, 180 days of deployments and incidents, and a small neighbour",
  async run(say) {
    await seedOrg(org, async (ctx, tx) => {
      say("Harbourline and its three members");
      const { created } = await importEntities.call(
        ctx,
        { source: { name: "harbourline/catalog", location: "seed:harbourline" }, entities: harbourlineCatalog() },
        tx,
      );
      say(`${created} entities`);
      await deriveSomething(ctx, tx);
      await makeTeams(ctx, tx);
      await saveViews(ctx, tx);
      const { deployments, incidents } = harbourlineHistory(new Date());
      for (let start = 0; start < deployments.length; start += 1000) {
        await recordDeployments.call(ctx, { deployments: deployments.slice(start, start + 1000) }, tx);
      }
      say(`${deployments.length} deployments`);
      await recordIncidents.call(ctx, { incidents }, tx);
      say(`${incidents.length} incidents`);
    });
    await seedOrg(neighbour, async (ctx, tx) => {
      await importEntities.call(
        ctx,
        { source: { name: "northwind/catalog", location: "seed:northwind-labs" }, entities: northwindCatalog() },
        tx,
      );
    });
  },
};

import type { Transaction } from "#db/client.ts";
import { createView } from "#lib/catalog/views/create-view.ts";
import type { ViewState } from "#lib/catalog/views/schema.ts";
import type { Context } from "#lib/kernel/context.ts";

const blueprint = "component";

/** The lists that Harbourline looks at every week. */
const views: Record<string, ViewState> = {
  "Payments services": { blueprint, owner: ["group:payments"], type: ["service"] },
  "Tier 1 below Gold": {
    blueprint,
    query: 'labels["tier"] = "1" and scorecard("ownership-and-docs").level != "Gold"',
  },
  "Nobody owns it": { blueprint, query: "owner = null" },
};

/** Gives everybody of the demo company a few lists with a name. */
export async function saveViews(ctx: Context, tx: Transaction): Promise<void> {
  for (const [name, state] of Object.entries(views)) await createView.call(ctx, { name, audience: "org", state }, tx);
}

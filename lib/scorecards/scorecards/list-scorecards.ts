import { z } from "zod";
import { query } from "#lib/kernel/operation.ts";
import { readSummaries } from "#lib/scorecards/scorecards/read-summaries.ts";
import { ScorecardSummary } from "#lib/scorecards/scorecards/schema.ts";

/** All scorecards with how many entities have each level. */
export const listScorecards = query({
  name: "scorecard.list",
  permission: "scorecard:read",
  route: { method: "GET", path: "/scorecards", summary: "List scorecards with their levels" },
  input: z.strictObject({}),
  output: z.object({ scorecards: z.array(ScorecardSummary) }),
  async run({ ctx, tx }) {
    return { scorecards: await readSummaries(tx, ctx.org.id) };
  },
});

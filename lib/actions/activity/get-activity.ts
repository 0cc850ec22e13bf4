import { sql } from "drizzle-orm";
import { z } from "zod";
import { actionsStatement } from "#lib/actions/actions/list-actions.ts";
import { ActionSummary } from "#lib/actions/actions/schema.ts";
import { runColumns } from "#lib/actions/runs/run-columns.ts";
import { RunSummary } from "#lib/actions/runs/schema.ts";
import { query } from "#lib/kernel/operation.ts";

const ownRuns = 20;
const latestRuns = 30;

/** What can be run and what was: all actions, the latest runs of everybody and of the caller. One question, for a home page. */
export const getActivity = query({
  name: "activity.get",
  permission: "run:read",
  route: {
    method: "GET",
    path: "/activity",
    summary: "Read the actions, and the latest runs of everybody and your own",
  },
  input: z.strictObject({}),
  output: z.object({ actions: z.array(ActionSummary), runs: z.array(RunSummary) }),
  async run({ ctx, tx }) {
    const org = sql`${ctx.org.id}::uuid`;
    const runs = sql`
      with shown as (
        (select id from runs where org_id = ${org} order by created_at desc, number desc limit ${latestRuns})
        union
        (select id from runs where org_id = ${org} and started_by_id = ${ctx.actor.personId ?? null} order by created_at desc, number desc limit ${ownRuns}))
      select ${runColumns} from runs r join actions a on a.org_id = r.org_id and a.id = r.action_id
      where r.org_id = ${org} and r.id in (select id from shown) order by r.created_at desc, r.number desc`;
    const [row] = await tx.execute<{ actions: ActionSummary[] | null; runs: RunSummary[] | null }>(sql`
      select (select json_agg(a) from (${actionsStatement(ctx.org.id)}) a) as actions, (select json_agg(r) from (${runs}) r) as runs`);
    return { actions: row?.actions ?? [], runs: row?.runs ?? [] };
  },
});

import { sql } from "drizzle-orm";
import { z } from "zod";
import { FirstSteps } from "#lib/identity/first-steps/schema.ts";
import { query } from "#lib/kernel/operation.ts";

// Counting stops here: whether anything was done is what matters, and a large organization is long past it.
const most = 100;

/** How far a new organization has come, told by what is there and not by what was clicked. */
export const getFirstSteps = query({
  name: "first-steps.get",
  permission: "org:read",
  route: { method: "GET", path: "/first-steps", summary: "Read how far a new organization has come" },
  input: z.strictObject({}),
  output: FirstSteps,
  async run({ ctx, tx }) {
    const org = sql`${ctx.org.id}::uuid`;
    const [row] = await tx.execute<FirstSteps["counts"] & { hasEntities: boolean; isHidden: boolean }>(sql`
      select
        (select count(*)::int from (select from sources where org_id = ${org} limit ${most}) s) as import,
        (select count(*)::int from (select from scorecard_levels where org_id = ${org} limit ${most}) s) as scorecard,
        (select count(*)::int from (select from memberships where org_id = ${org} limit ${most}) m) - 1
          + (select count(*)::int from (select from invitations where org_id = ${org} and accepted_at is null and revoked_at is null limit ${most}) i) as invite,
        (select count(*)::int from (select from runs where org_id = ${org} limit ${most}) r) as run,
        (select count(*)::int from (select from api_keys where org_id = ${org} limit 1) k) as key,
        (select count(*)::int from (select from deployments where org_id = ${org} limit ${most}) d) as deployment,
        exists (select from entities where org_id = ${org} and not is_archived) as "hasEntities",
        exists (select from memberships where org_id = ${org} and person_id = ${ctx.actor.personId ?? null}::uuid
          and first_steps_hidden_at is not null) as "isHidden"`);
    if (row === undefined) throw new Error("A statement without a table has one row");
    const { hasEntities, isHidden, ...counts } = row;
    return { counts: { ...counts, invite: Math.max(0, counts.invite) }, hasEntities, isHidden };
  },
});

import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { ViewAudience } from "#lib/catalog/views/schema.ts";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";

/** The teams that a person is in, themselves or through a team under it. */
export function teamsOfPerson(orgId: string, personId: string): SQL {
  return sql`
    with recursive above as (
      select m.team_id as id from team_members m where m.org_id = ${orgId}::uuid and m.person_id = ${personId}::uuid
      union select t.parent_id from above a join teams t on t.org_id = ${orgId}::uuid and t.id = a.id where t.parent_id is not null)
    select id from above`;
}

/** Whose view it will be. */
export type ViewOwner = { personId: string | null; teamId: string | null };

/**
 * Whose view it is that somebody wants to keep for an audience.
 * @throws AppError when they may not: a team's views belong to its people, the organization's to its admins
 */
export async function ownerOf(
  ctx: Context,
  tx: Transaction,
  audience: ViewAudience,
  teamId: string | null,
): Promise<ViewOwner> {
  if (audience === "mine") return { personId: ownPersonId(ctx), teamId: null };
  if (audience === "org") {
    if (!ctx.can("view:publish"))
      throw new AppError("forbidden", `Views for everybody are kept by the admins of ${ctx.org.name}.`);
    return { personId: null, teamId: null };
  }
  if (!ctx.can("view:share"))
    throw new AppError("forbidden", "Views for a team are kept by its people who may change something here.");
  if (teamId === null)
    throw new AppError("invalid", "A team's view needs its team.", [{ path: "teamId", message: "Choose a team" }]);
  const [team] = await tx.execute(sql`
    select 1 from teams where org_id = ${ctx.org.id}::uuid and id = ${teamId}::uuid
      and (${ctx.can("view:publish")} or id in (${teamsOfPerson(ctx.org.id, ownPersonId(ctx))}))`);
  if (team === undefined)
    throw new AppError("invalid", "You are in no such team.", [
      { path: "teamId", message: "Choose a team that you are in" },
    ]);
  return { personId: null, teamId };
}

/** The views that somebody sees: their own, their teams', the organization's. A key has no person and sees only the last. */
export function seenViews(ctx: Context): SQL {
  const org = sql`v.org_id = ${ctx.org.id}::uuid`;
  const { kind, personId } = ctx.actor;
  if (kind !== "user" || personId === undefined) return sql`${org} and v.audience = 'org'`;
  return sql`${org} and (v.audience = 'org' or v.person_id = ${personId}::uuid or v.team_id in (${teamsOfPerson(ctx.org.id, personId)}))`;
}

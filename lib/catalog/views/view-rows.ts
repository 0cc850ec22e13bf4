import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import { mostViews, type SavedView, type ViewAudience, type ViewState } from "#lib/catalog/views/schema.ts";
import { seenViews, type ViewOwner } from "#lib/catalog/views/view-rights.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";

type ViewRow = Omit<SavedView, "mayChange">;

const neededFor = { mine: "view:write", team: "view:share", org: "view:publish" } as const;

/** The views that somebody sees, narrowed by `condition` over alias `v`: their own first, then their teams', then the organization's. */
export async function readViews(ctx: Context, tx: Transaction, condition: SQL): Promise<SavedView[]> {
  const rows = await tx.execute<ViewRow>(sql`
    select v.id, v.name, v.audience, v.blueprint, v.state, v.is_default as "isDefault", v.created_by_name as "createdByName",
      ${iso(sql`v.updated_at`)} as "updatedAt", case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name) end as team
    from saved_views v left join teams t on t.org_id = ${ctx.org.id}::uuid and t.id = v.team_id
    where ${seenViews(ctx)} and ${condition}
    order by array_position(array['mine', 'team', 'org'], v.audience), lower(t.name), lower(v.name), v.id`);
  return [...rows].map((row) => ({
    ...row,
    mayChange: ctx.can(neededFor[row.audience]),
  }));
}

/** What is there, and what was deleted. */
const presence = { kept: sql`v.deleted_at is null`, deleted: sql`v.deleted_at is not null` };

/** The one view, for whoever may change it; or the one that was deleted. @throws AppError */
export async function lockView(
  ctx: Context,
  tx: Transaction,
  id: string,
  which: keyof typeof presence = "kept",
): Promise<SavedView> {
  await tx.execute(
    sql`select 1 from saved_views v where v.org_id = ${ctx.org.id}::uuid and v.id = ${id}::uuid for update`,
  );
  const [view] = await readViews(ctx, tx, sql`v.id = ${id}::uuid and ${presence[which]}`);
  if (view === undefined) throw new AppError("not_found", "There is no such view.");
  if (!view.mayChange) throw new AppError("forbidden", "This view is not yours to change; save it under another name.");
  return view;
}

/** Refuses one more view than a person, a team or the organization may keep. @throws AppError */
export async function refuseTooMany(
  ctx: Context,
  tx: Transaction,
  audience: ViewAudience,
  owner: ViewOwner,
): Promise<void> {
  const [kept] = await tx.execute<{ count: number }>(sql`
    select count(*)::integer as count from saved_views
    where org_id = ${ctx.org.id}::uuid and audience = ${audience} and deleted_at is null
      and person_id is not distinct from ${owner.personId}::uuid and team_id is not distinct from ${owner.teamId}::uuid`);
  if ((kept?.count ?? 0) >= mostViews)
    throw new AppError("invalid", `There are ${mostViews} views already; delete one that nobody needs.`, [
      { path: "name", message: `There are ${mostViews} views already` },
    ]);
}

/** Takes the place of the view that was the default of its kind until now. */
export async function takeDefault(
  ctx: Context,
  tx: Transaction,
  view: { audience: ViewAudience; blueprint: string | null; owner: ViewOwner },
): Promise<void> {
  await tx.execute(sql`
    update saved_views set is_default = false
    where org_id = ${ctx.org.id}::uuid and list = 'catalog' and audience = ${view.audience} and is_default and deleted_at is null
      and blueprint is not distinct from ${view.blueprint} and person_id is not distinct from ${view.owner.personId}::uuid
      and team_id is not distinct from ${view.owner.teamId}::uuid`);
}

/** Runs what writes a view's name. Two views of one name could not be told apart. @throws AppError `conflict` */
export async function refusingTakenName<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if ("code" in cause && cause.code === "23505")
        throw new AppError("conflict", "Another view has this name; choose another one.", [
          { path: "name", message: "Another view has this name" },
        ]);
    }
    throw error;
  }
}

/** A state as it is stored: what is empty is what the list has of itself. */
export function withoutEmpty(state: ViewState): ViewState {
  return Object.fromEntries(
    Object.entries(state).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}

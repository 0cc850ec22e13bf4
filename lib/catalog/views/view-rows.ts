import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import type { SavedView, ViewAudience, ViewState } from "#lib/catalog/views/schema.ts";
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

/** The one view, for whoever may change it. @throws AppError */
export async function lockView(ctx: Context, tx: Transaction, id: string): Promise<SavedView> {
  await tx.execute(
    sql`select 1 from saved_views v where v.org_id = ${ctx.org.id}::uuid and v.id = ${id}::uuid for update`,
  );
  const [view] = await readViews(ctx, tx, sql`v.id = ${id}::uuid`);
  if (view === undefined) throw new AppError("not_found", "There is no such view.");
  if (!view.mayChange) throw new AppError("forbidden", "This view is not yours to change; save it under another name.");
  return view;
}

/** Takes the place of the view that was the default of its kind until now. */
export async function takeDefault(
  ctx: Context,
  tx: Transaction,
  view: { audience: ViewAudience; blueprint: string | null; owner: ViewOwner },
): Promise<void> {
  await tx.execute(sql`
    update saved_views set is_default = false
    where org_id = ${ctx.org.id}::uuid and list = 'catalog' and audience = ${view.audience} and is_default
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

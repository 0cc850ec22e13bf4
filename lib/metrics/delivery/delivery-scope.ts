import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { addDays, dayIn } from "#lib/metrics/delivery/calendar.ts";

export type Team = { id: string; identifier: string; title: string };

/** The window of an input in the organization's calendar; by default the 90 days up to and with today. */
export function resolveWindow(
  ctx: Context,
  input: { from?: string | undefined; to?: string | undefined },
): { from: string; to: string } {
  const to = input.to ?? addDays(dayIn(ctx.org.timeZone, new Date()), 1);
  return { from: input.from ?? addDays(to, -90), to };
}

/**
 * The team that an input names.
 * @throws AppError not_found
 */
export async function resolveTeam(ctx: Context, tx: Transaction, identifier: string | undefined): Promise<Team | null> {
  if (identifier === undefined) return null;
  const [team] = await tx.execute<Team>(sql`
    select id, identifier, title from entities where org_id = ${ctx.org.id}::uuid and blueprint = 'group' and identifier = ${identifier}`);
  if (team === undefined) {
    throw new AppError("not_found", `There is no team ${identifier}.`, [
      { path: "team", message: "Use the identifier of a group in the catalog" },
    ]);
  }
  return team;
}

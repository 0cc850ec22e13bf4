import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { deepestTeam } from "#lib/identity/teams/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";

export type PlacedTeam = { id: string; parentId: string | null; name: string };

/** All teams, locked in one order: two moves at the same moment must not make a circle that neither of them sees. */
export async function lockTeams(tx: Transaction, orgId: string): Promise<PlacedTeam[]> {
  const teams = await tx.execute<PlacedTeam>(
    sql`select id, parent_id as "parentId", name from teams where org_id = ${orgId}::uuid order by id for update`,
  );
  return [...teams];
}

/** The team of this id. @throws AppError `not_found` */
export function teamOf(teams: PlacedTeam[], id: string): PlacedTeam {
  const team = teams.find((candidate) => candidate.id === id);
  if (team === undefined) throw new AppError("not_found", "There is no such team.");
  return team;
}

/**
 * Whether a team may stand under another one. `moved` is null for a team that is only being made.
 * @throws AppError `invalid` naming the field `parentId`
 */
export function checkPlace(teams: PlacedTeam[], moved: PlacedTeam | null, parentId: string | null): void {
  if (parentId === null) return;
  const refuse = (message: string) =>
    new AppError("invalid", `${message} Nothing was changed.`, [{ path: "parentId", message }]);
  const parent = teams.find((candidate) => candidate.id === parentId);
  if (parent === undefined) throw refuse("There is no such team; choose one from the list.");
  const above = pathTo(teams, parent);
  const below = moved === null ? -1 : above.findIndex((team) => team.id === moved.id);
  if (moved !== null && below === above.length - 1) throw refuse(`${moved.name} cannot stand under itself.`);
  if (moved !== null && below >= 0) throw refuse(`${parent.name} stands under ${moved.name}: that would be a circle.`);
  const height = moved === null ? 1 : heightOf(teams, moved.id);
  if (above.length + height > deepestTeam)
    throw refuse(`That would be ${above.length + height} levels; ${deepestTeam} are the most.`);
}

/** The teams from the top down to this one. */
export function pathTo(teams: PlacedTeam[], team: PlacedTeam): PlacedTeam[] {
  const byId = new Map(teams.map((candidate) => [candidate.id, candidate]));
  const path: PlacedTeam[] = [];
  for (let at: PlacedTeam | undefined = team; at !== undefined; at = byId.get(at.parentId ?? "")) path.unshift(at);
  return path;
}

function heightOf(teams: PlacedTeam[], id: string): number {
  const children = teams.filter((team) => team.parentId === id);
  return 1 + Math.max(0, ...children.map((child) => heightOf(teams, child.id)));
}

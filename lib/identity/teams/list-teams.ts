import { z } from "zod";
import { TeamNode } from "#lib/identity/teams/schema.ts";
import { inTreeOrder, type TeamRow, teamRows } from "#lib/identity/teams/team-nodes.ts";
import { query } from "#lib/kernel/operation.ts";

/** All teams as a tree in reading order. */
export const listTeams = query({
  name: "team.list",
  permission: "team:read",
  route: { method: "GET", path: "/teams", summary: "List the teams, each followed by those under it" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(TeamNode) }),
  async run({ ctx, tx }) {
    return { items: inTreeOrder([...(await tx.execute<TeamRow>(teamRows(ctx.org.id)))]) };
  },
});

import { z } from "zod";

/** How many teams may stand above each other. Deeper trees are organization charts that nobody can read. */
export const deepestTeam = 8;

export const TeamName = z.string().trim().min(1, "Give the team a name").max(80, "Use at most 80 characters");
export const TeamDescription = z.string().trim().max(500, "Use at most 500 characters").default("");

/** A team as it stands in the tree. `memberCount` are its own people; `includedCount` those who come from its sub-teams only. */
export const TeamNode = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  depth: z.number(),
  memberCount: z.number(),
  includedCount: z.number(),
  groupRef: z.string().nullable(),
});
export type TeamNode = z.infer<typeof TeamNode>;

export const TeamMember = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  /** Null for people of the team itself, else the sub-team that brings them. */
  through: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type TeamMember = z.infer<typeof TeamMember>;

export const Team = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  createdAt: z.string(),
  /** From the top down to the team above. */
  ancestors: z.array(z.object({ id: z.string(), name: z.string() })),
  subteams: z.array(TeamNode),
  members: z.array(TeamMember),
  group: z
    .object({
      ref: z.string(),
      evidence: z.enum(["same name", "chosen"]),
      linkedBy: z.string(),
      linkedAt: z.string(),
    })
    .nullable(),
});
export type Team = z.infer<typeof Team>;

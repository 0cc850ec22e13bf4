import { z } from "zod";

export const RepositorySummary = z.object({
  id: z.string(),
  name: z.string(),
  defaultBranch: z.string(),
  headCommit: z.string().nullable(),
  runNumber: z.number().nullable(),
  entity: z.object({ blueprint: z.string(), identifier: z.string(), title: z.string() }).nullable(),
  createdAt: z.string(),
});
export type RepositorySummary = z.infer<typeof RepositorySummary>;

const RepositoryCommit = z.object({
  id: z.string(),
  subject: z.string(),
  authorName: z.string(),
  at: z.string(),
});

export const Repository = RepositorySummary.extend({
  /** Where it is kept on the machine that Causeway runs on: anybody with an account there can clone it from here. */
  location: z.string(),
  files: z.array(z.object({ path: z.string(), sizeBytes: z.number() })),
  commits: z.array(RepositoryCommit),
  readme: z.object({ path: z.string(), text: z.string() }).nullable(),
});
export type Repository = z.infer<typeof Repository>;

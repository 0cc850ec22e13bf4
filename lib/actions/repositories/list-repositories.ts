import { sql } from "drizzle-orm";
import { z } from "zod";
import { repositoryRows } from "#lib/actions/repositories/repository-rows.ts";
import { RepositorySummary } from "#lib/actions/repositories/schema.ts";
import { query } from "#lib/kernel/operation.ts";

export const listRepositories = query({
  name: "repository.list",
  permission: "repository:read",
  route: { method: "GET", path: "/repositories", summary: "List the repositories that runs made" },
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(200) }),
  output: z.object({ repositories: z.array(RepositorySummary) }),
  async run({ ctx, tx, input }) {
    return {
      repositories: [...(await tx.execute<RepositorySummary>(repositoryRows(ctx.org.id, sql`true`, input.limit)))],
    };
  },
});

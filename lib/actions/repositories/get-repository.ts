import { sql } from "drizzle-orm";
import { z } from "zod";
import { readRepository } from "#lib/actions/repositories/read-repository.ts";
import { repositoryPath } from "#lib/actions/repositories/repository-path.ts";
import { repositoryRows } from "#lib/actions/repositories/repository-rows.ts";
import { Repository, type RepositorySummary } from "#lib/actions/repositories/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

export const getRepository = query({
  name: "repository.get",
  permission: "repository:read",
  route: { method: "GET", path: "/repositories/{name}", summary: "Get a repository with its files and commits" },
  input: z.strictObject({ name: z.string().max(100) }),
  output: Repository,
  async run({ ctx, tx, input }) {
    const [row] = await tx.execute<RepositorySummary>(repositoryRows(ctx.org.id, sql`p.name = ${input.name}`, 1));
    if (row === undefined) throw new AppError("not_found", `There is no repository ${JSON.stringify(input.name)}.`);
    const location = repositoryPath(ctx.org.id, row.name);
    return { ...row, location, ...(await readRepository(location)) };
  },
});

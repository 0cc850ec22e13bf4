import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { query } from "#lib/kernel/operation.ts";

export const sourceKinds = ["git", "files", "paste", "api", "action", "seed", "person", "program"] as const;

export const Source = z.object({
  id: z.string(),
  kind: z.enum(sourceKinds),
  name: z.string(),
  /** For git an address, with `#branch:folder` behind it when only a part is read. */
  location: z.string(),
  /** The commit that was read last. */
  revision: z.string().nullable(),
  lastImportedAt: z.string(),
  /** Whose word counts where several describe one thing: the higher, and among equals the latest. */
  precedence: z.number().int(),
  /** The last reading, when it did not work. */
  failedAt: z.string().nullable(),
  failure: z.string().nullable(),
  /** Entities of the catalog that this source described last. */
  entityCount: z.number().int(),
});
export type Source = z.infer<typeof Source>;

/** Where the entities of the catalog come from, the last imported first. */
export const listSources = query({
  name: "source.list",
  permission: "source:read",
  route: { method: "GET", path: "/sources", summary: "List sources, the last imported first" },
  input: z.strictObject({
    page: z.coerce.number().int().min(1).max(1000).default(1),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(50),
  }),
  output: z.object({ items: z.array(Source), page: z.number(), limit: z.number(), total: z.number() }),
  async run({ ctx, tx, input: { page, limit } }) {
    const [items, counts] = await Promise.all([
      tx.execute<Source>(sql`
        select s.id, s.kind, s.name, s.location, s.revision, ${iso(sql`s.last_imported_at`)} as "lastImportedAt",
          s.precedence, ${iso(sql`s.failed_at`)} as "failedAt", s.failure, coalesce(c.count, 0) as "entityCount"
        from sources s
        left join (
          select e.source_id, count(*)::integer as count from entities e
          where e.org_id = ${ctx.org.id}::uuid and not e.is_archived group by e.source_id) c on c.source_id = s.id
        where s.org_id = ${ctx.org.id}::uuid
        order by s.last_imported_at desc, s.id desc limit ${limit} offset ${(page - 1) * limit}`),
      tx.execute<{ total: number }>(
        sql`select count(*)::integer as total from sources where org_id = ${ctx.org.id}::uuid`,
      ),
    ]);
    return { items: [...items], page, limit, total: counts[0]?.total ?? 0 };
  },
});

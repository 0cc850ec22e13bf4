import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { Org } from "#lib/identity/orgs/schema.ts";
import { query } from "#lib/kernel/operation.ts";

/** The organization itself, and the addresses it had. */
export const getOrg = query({
  name: "org.get",
  permission: "org:read",
  route: { method: "GET", path: "/org", summary: "Get the organization and the addresses it had" },
  input: z.strictObject({}),
  output: Org.extend({
    createdAt: z.string(),
    formerSlugs: z.array(z.object({ slug: z.string(), givenUpAt: z.string() })),
  }),
  async run({ ctx, tx }) {
    const [org] = await tx.execute<{ createdAt: string; formerSlugs: { slug: string; givenUpAt: string }[] }>(sql`
      select ${iso(sql`o.created_at`)} as "createdAt", coalesce((
        select json_agg(json_build_object('slug', f.slug, 'givenUpAt', ${iso(sql`f.given_up_at`)}) order by f.given_up_at desc)
        from former_slugs f where f.org_id = o.org_id), '[]') as "formerSlugs"
      from orgs o where o.org_id = ${ctx.org.id}::uuid`);
    return { ...ctx.org, createdAt: org?.createdAt ?? "", formerSlugs: org?.formerSlugs ?? [] };
  },
});

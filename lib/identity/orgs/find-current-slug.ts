import { sql } from "drizzle-orm";
import { globalTransaction } from "#db/transactions.ts";

/** The address now of an organization that had this one before, or null when it is not one that the person belongs to. */
export async function findCurrentSlug(personId: string, formerSlug: string): Promise<string | null> {
  const [org] = await globalTransaction(
    (tx) =>
      tx.execute<{ slug: string }>(sql`
        select o.slug from former_slugs f join orgs o on o.org_id = f.org_id join memberships m on m.org_id = f.org_id
        where f.slug = ${formerSlug} and m.person_id = ${personId}::uuid and o.deleted_at is null`),
    personId,
  );
  return org?.slug ?? null;
}

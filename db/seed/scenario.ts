import type { Transaction } from "#db/client.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { createOrg } from "#lib/identity/orgs/create-org.ts";
import { type Context, makeContext } from "#lib/kernel/context.ts";
import type { Role } from "#lib/kernel/permissions.ts";
import { idOf } from "./random.ts";

/** A set of sample data. `say` prints a line of progress. */
export type Scenario = { name: string; purpose: string; run(say: (line: string) => void): Promise<void> };

export type SeedOrg = {
  slug: string;
  name: string;
  timeZone: string;
  members: { email: string; name: string; role: Role; teamRef?: string }[];
};

/** The context that sample data is made with: an admin of the organization, through the door "seed". */
export function seedContext(org: SeedOrg): Context {
  return makeContext({
    org: { id: idOf(`org ${org.slug}`), slug: org.slug, name: org.name, timeZone: org.timeZone },
    actor: { kind: "system", id: null, name: "Sample data" },
    role: "admin",
    door: "seed",
  });
}

/**
 * Makes an organization with its members and whatever `fill` adds, in one transaction: an interrupted seed leaves nothing behind, so that
 * the next start begins again.
 */
export async function seedOrg(org: SeedOrg, fill: (ctx: Context, tx: Transaction) => Promise<void>): Promise<void> {
  const ctx = seedContext(org);
  await tenantTransaction({ orgId: ctx.org.id }, async (tx) => {
    await createOrg.call(ctx, { slug: org.slug, name: org.name, timeZone: org.timeZone }, tx);
    for (const member of org.members) await addMember.call(ctx, member, tx);
    await fill(ctx, tx);
  });
}

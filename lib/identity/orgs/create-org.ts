import { sql } from "drizzle-orm";
import { orgs } from "#db/schema/identity.ts";
import { CreateOrgInput, Org } from "#lib/identity/orgs/schema.ts";
import { refusingTakenSlug } from "#lib/identity/orgs/slug-conflict.ts";
import { command } from "#lib/kernel/operation.ts";

/**
 * Creates the organization that the context already names: its id exists before its row does, so that the row is written under the
 * same row-level security as everything after it. Subscribers of `org.created` put in what a new organization starts with.
 */
export const createOrg = command({
  name: "org.create",
  permission: "org:write",
  route: { method: "POST", path: "/org", summary: "Create the organization of the context" },
  input: CreateOrgInput,
  output: Org,
  async run({ ctx, tx, input, audit, emit }) {
    const { slug, name, timeZone } = input;
    await refusingTakenSlug(
      tx.insert(orgs).values({ orgId: ctx.org.id, slug, name, timeZone, createdAt: sql`now()` }).execute(),
    );
    audit({ subjectKind: "org", subjectId: ctx.org.id, subjectName: input.name, after: input });
    await emit({ topic: "org.created", subjectId: ctx.org.id });
    return { id: ctx.org.id, ...input };
  },
});

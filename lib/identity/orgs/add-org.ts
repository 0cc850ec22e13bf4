import { randomUUID } from "node:crypto";
import { insideOrg } from "#db/transactions.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { createOrg } from "#lib/identity/orgs/create-org.ts";
import { CreateOrgInput, Org } from "#lib/identity/orgs/schema.ts";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { makeContext } from "#lib/kernel/context.ts";
import { command } from "#lib/kernel/operation.ts";

/**
 * Creates another organization with whoever asks as its admin. Both audit logs tell of it: the one that it was made from, and its own.
 * A person only: an admin of an organization that nobody signs in to could never be replaced.
 */
export const addOrg = command({
  name: "org.add",
  permission: "org:create",
  route: { method: "POST", path: "/orgs", summary: "Create another organization, with you as its admin" },
  input: CreateOrgInput,
  output: Org,
  async run({ ctx, tx, input, audit }) {
    ownPersonId(ctx);
    const id = randomUUID();
    const { name, email = "" } = ctx.actor;
    const inNew = makeContext({ ...ctx, org: { id, ...input }, role: "admin" });
    const made = await insideOrg(tx, { from: ctx.org.id, to: id }, async () => {
      const org = await createOrg.call(inNew, input, tx);
      await addMember.call(inNew, { email, name, role: "admin" }, tx);
      return org;
    });
    audit({ subjectKind: "org", subjectId: id, subjectName: input.name, after: input });
    return made;
  },
});

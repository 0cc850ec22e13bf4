import { z } from "zod";
import { endMembership } from "#lib/identity/members/end-membership.ts";
import { command } from "#lib/kernel/operation.ts";

/** Ends a membership, and with it every right and key of the person in this organization, from their next request on. */
export const removeMember = command({
  name: "member.remove",
  permission: "member:write",
  route: { method: "DELETE", path: "/members/{personId}", summary: "Remove a member from the organization" },
  input: z.strictObject({ personId: z.uuid() }),
  output: z.object({ personId: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { name, role } = await endMembership(tx, ctx.org.id, input.personId);
    audit({ subjectKind: "member", subjectId: input.personId, subjectName: name, before: { role }, after: null });
    await emit({ topic: "member.removed", subjectId: input.personId });
    return { personId: input.personId };
  },
});

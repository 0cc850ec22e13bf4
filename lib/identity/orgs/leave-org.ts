import { z } from "zod";
import { endMembership } from "#lib/identity/members/end-membership.ts";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { command } from "#lib/kernel/operation.ts";

/** Ends the own membership. The last admin has to make somebody else one first, or delete the organization. */
export const leaveOrg = command({
  name: "org.leave",
  permission: "person:write",
  route: { method: "POST", path: "/org/departures", summary: "Leave the organization" },
  input: z.strictObject({}),
  output: z.object({ personId: z.string() }),
  async run({ ctx, tx, audit, emit }) {
    const personId = ownPersonId(ctx);
    const { name, role } = await endMembership(tx, ctx.org.id, personId);
    audit({ subjectKind: "member", subjectId: personId, subjectName: name, before: { role }, after: null });
    await emit({ topic: "member.removed", subjectId: personId });
    return { personId };
  },
});

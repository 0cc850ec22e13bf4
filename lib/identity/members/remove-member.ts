import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Ends a membership, and with it every right and key of the person in this organization, from their next request on. */
export const removeMember = command({
  name: "member.remove",
  permission: "member:write",
  route: { method: "DELETE", path: "/members/{personId}", summary: "Remove a member from the organization" },
  input: z.strictObject({ personId: z.uuid() }),
  output: z.object({ personId: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const members = await tx.execute<{ person_id: string; role: string; name: string }>(sql`
      select m.person_id, m.role, p.name from memberships m join people p on p.id = m.person_id
      where m.org_id = ${ctx.org.id}::uuid and (m.role = 'admin' or m.person_id = ${input.personId}::uuid) order by m.person_id for update of m`);
    const member = members.find((candidate) => candidate.person_id === input.personId);
    if (member === undefined) throw new AppError("not_found", "There is no such member.");
    if (member.role === "admin" && members.filter((candidate) => candidate.role === "admin").length === 1) {
      throw new AppError("conflict", `${member.name} is the last admin; make somebody else an admin first.`);
    }
    await tx.execute(
      sql`update api_keys set revoked_at = now() where org_id = ${ctx.org.id}::uuid and created_by = ${input.personId}::uuid and service_account_id is null and revoked_at is null`,
    );
    await tx.execute(
      sql`delete from memberships where org_id = ${ctx.org.id}::uuid and person_id = ${input.personId}::uuid`,
    );
    audit({
      subjectKind: "member",
      subjectId: input.personId,
      subjectName: member.name,
      before: { role: member.role },
      after: null,
    });
    await emit({ topic: "member.removed", subjectId: input.personId });
    return { personId: input.personId };
  },
});

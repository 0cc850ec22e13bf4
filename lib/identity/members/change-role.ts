import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "#db/schema/identity.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { roles } from "#lib/kernel/permissions.ts";

/** Changes what a member may do, from their next request on. The last admin stays one. */
export const changeRole = command({
  name: "member.change-role",
  permission: "member:write",
  route: { method: "PUT", path: "/members/{personId}/role", summary: "Change a member's role" },
  input: z.strictObject({ personId: z.uuid(), role: z.enum(roles) }),
  output: z.object({ role: z.enum(roles) }),
  async run({ ctx, tx, input, audit, emit }) {
    const members = await tx.execute<{ person_id: string; role: string; name: string }>(sql`
      select m.person_id, m.role, p.name from memberships m join people p on p.id = m.person_id
      where m.org_id = ${ctx.org.id}::uuid and (m.role = 'admin' or m.person_id = ${input.personId}::uuid) order by m.person_id for update of m`);
    const member = members.find((candidate) => candidate.person_id === input.personId);
    if (member === undefined) throw new AppError("not_found", "There is no such member.");
    const isLastAdmin =
      member.role === "admin" && members.filter((candidate) => candidate.role === "admin").length === 1;
    if (isLastAdmin && input.role !== "admin") {
      throw new AppError("conflict", `${member.name} is the last admin; make somebody else an admin first.`, [
        { path: "role", message: "The last admin must stay one" },
      ]);
    }
    await tx
      .update(memberships)
      .set({ role: input.role })
      .where(and(eq(memberships.orgId, ctx.org.id), eq(memberships.personId, input.personId)));
    audit({
      subjectKind: "member",
      subjectId: input.personId,
      subjectName: member.name,
      before: { role: member.role },
      after: { role: input.role },
    });
    await emit({ topic: "member.changed", subjectId: input.personId });
    return { role: input.role };
  },
});

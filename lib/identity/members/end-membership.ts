import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { AppError } from "#lib/kernel/errors.ts";

/**
 * Ends a membership, and with it every right and key of the person in this organization. The admins are locked in one order, so that
 * two of them who go at the same moment do not both think the other one stays.
 * @throws AppError `not_found`, `conflict` for the last admin
 */
export async function endMembership(
  tx: Transaction,
  orgId: string,
  personId: string,
): Promise<{ name: string; role: string }> {
  const members = await tx.execute<{ person_id: string; role: string; name: string }>(sql`
    select m.person_id, m.role, p.name from memberships m join people p on p.id = m.person_id
    where m.org_id = ${orgId}::uuid and (m.role = 'admin' or m.person_id = ${personId}::uuid) order by m.person_id for update of m`);
  const member = members.find((candidate) => candidate.person_id === personId);
  if (member === undefined) throw new AppError("not_found", "There is no such member.");
  if (member.role === "admin" && members.filter((candidate) => candidate.role === "admin").length === 1) {
    throw new AppError("conflict", `${member.name} is the last admin; make somebody else an admin first.`);
  }
  await tx.execute(
    sql`update api_keys set revoked_at = now() where org_id = ${orgId}::uuid and created_by = ${personId}::uuid and service_account_id is null and revoked_at is null`,
  );
  await tx.execute(sql`delete from memberships where org_id = ${orgId}::uuid and person_id = ${personId}::uuid`);
  return { name: member.name, role: member.role };
}

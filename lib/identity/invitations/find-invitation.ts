import { sql } from "drizzle-orm";
import { globalTransaction } from "#db/transactions.ts";
import type { Role } from "#lib/kernel/permissions.ts";
import { hashToken, isToken } from "#lib/kernel/tokens.ts";

/** An open invitation, as whoever has its link sees it. */
export type FoundInvitation = {
  org: { id: string; slug: string; name: string; timeZone: string };
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
};

type Row = {
  org_id: string;
  org_slug: string;
  org_name: string;
  time_zone: string;
  id: string;
  email: string;
  role: Role;
  invited_by_name: string;
};

/** The open invitation of a link, or null: used, taken back, expired and made up are the same. */
export async function findInvitation(token: string | Buffer): Promise<FoundInvitation | null> {
  if (typeof token === "string" && !isToken("link", token)) return null;
  const hash = typeof token === "string" ? hashToken(token) : token;
  const [row] = await globalTransaction((tx) => tx.execute<Row>(sql`select * from find_invitation(${hash})`));
  if (row === undefined) return null;
  const org = { id: row.org_id, slug: row.org_slug, name: row.org_name, timeZone: row.time_zone };
  return { org, id: row.id, email: row.email, role: row.role, invitedBy: row.invited_by_name };
}

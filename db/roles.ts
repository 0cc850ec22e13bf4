import { createHmac } from "node:crypto";

/** The database roles that Causeway connects as. The owner of the database is a fourth one and belongs to the operator. */
export type DatabaseRole = "app" | "query" | "jobs";

export const roleNames: Record<DatabaseRole, string> = {
  app: "causeway_app",
  query: "causeway_query",
  jobs: "causeway_jobs",
};

/** The password of a role, derived from the installation's secret so that none has to be stored. */
export function rolePassword(role: DatabaseRole | "owner", secret: string): string {
  return createHmac("sha256", secret).update(`causeway database role ${role}`).digest("base64url");
}

/** The owner's connection address with the role's name and password put in. */
export function roleUrl(ownerUrl: string, role: DatabaseRole, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = roleNames[role];
  url.password = rolePassword(role, secret);
  return url.href;
}

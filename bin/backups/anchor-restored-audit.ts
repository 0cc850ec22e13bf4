import { existsSync, renameSync } from "node:fs";
import postgres from "postgres";
import { readAnchors } from "#lib/audit/anchors/read-anchors.ts";
import { type AuditHead, anchorsPath, writeAnchors } from "#lib/audit/anchors/write-anchors.ts";

/**
 * Writes down beside the database that its audit logs were read back from a backup, and to where they are sealed. What was written down
 * before is no longer held against them; it stays in the file for whoever asks. Anchors that another secret signed are set aside.
 * @param options.secret of the installation after the restore
 * @returns the file that anchors were set aside into, or null
 */
export async function anchorRestoredAudit(options: {
  ownerUrl: string;
  dataDir: string;
  secret: string;
  at?: Date;
}): Promise<string | null> {
  const { ownerUrl, dataDir, secret, at = new Date() } = options;
  const path = anchorsPath(dataDir);
  let aside: string | null = null;
  if (existsSync(path) && (await readAnchors(path, secret)).foreignLines.length > 0) {
    aside = path.replace(/\.jsonl$/, `-before-${at.toISOString().replaceAll(":", "-")}.jsonl`);
    renameSync(path, aside);
  }
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await writeAnchors(await sql<AuditHead[]>`select * from audit_heads()`, { path, secret, kind: "restore" });
  } finally {
    await sql.end({ timeout: 5 });
  }
  return aside;
}

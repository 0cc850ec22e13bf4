import { appendFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Anchor, formatAnchor } from "#lib/audit/anchors/anchor.ts";
import { readAnchors } from "#lib/audit/anchors/read-anchors.ts";

/** A row of `audit_heads()` in the database. */
export type AuditHead = { org_id: string; slug: string; seq: string; hash: string };

/** Where an installation writes its anchors. */
export function anchorsPath(dataDir: string): string {
  return join(dataDir, "audit-anchors.jsonl");
}

/**
 * Appends how far each organization is sealed; one that is where it was written down last gets no new line. @returns the new ones
 * @param options.kind `restore` after reading back a backup, so that what was written down before is not held against it
 */
export async function writeAnchors(
  heads: AuditHead[],
  options: { path: string; secret: string; kind?: Anchor["kind"] },
): Promise<Anchor[]> {
  const { path, secret, kind = "anchor" } = options;
  const { anchors } = await readAnchors(path, secret);
  const last = new Map(anchors.map((anchor) => [anchor.orgId, anchor]));
  const at = new Date().toISOString();
  const fresh = heads
    .map(({ org_id: orgId, slug, seq, hash }) => ({ kind, at, orgId, slug, seq: Number(seq), hash }))
    .filter(
      (head) =>
        kind === "restore" ||
        last.get(head.orgId)?.hash !== head.hash ||
        (kind === "erasure" && last.get(head.orgId)?.kind !== kind),
    );
  if (fresh.length === 0) return [];
  await mkdir(dirname(path), { recursive: true });
  await appendFile(path, fresh.map((anchor) => formatAnchor(anchor, secret)).join(""), { mode: 0o600, flush: true });
  return fresh;
}

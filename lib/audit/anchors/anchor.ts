import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * How far an organization's audit log was sealed at some time, written down outside the database. `restore` says that a backup was read
 * back: what was written down before it says nothing about the chain after it. `erasure` says that the organization was deleted, and its
 * log with it.
 */
export type Anchor = {
  kind: "anchor" | "restore" | "erasure";
  at: string;
  orgId: string;
  slug: string;
  seq: number;
  hash: string;
};

/** The line of an anchor in the file, signed with the installation's secret. */
export function formatAnchor(anchor: Anchor, secret: string): string {
  return `${JSON.stringify({ ...anchor, signature: sign(anchor, secret) })}\n`;
}

/** Reads a line back, or null when it is no anchor that this installation signed. */
export function parseAnchor(line: string, secret: string): Anchor | null {
  try {
    const { kind, at, orgId, slug, seq, hash, signature } = JSON.parse(line) as Anchor & { signature: string };
    const anchor = { kind, at, orgId, slug, seq, hash };
    const [given, right] = [Buffer.from(String(signature)), Buffer.from(sign(anchor, secret))];
    return given.length === right.length && timingSafeEqual(given, right) ? anchor : null;
  } catch {
    return null;
  }
}

function sign({ kind, at, orgId, slug, seq, hash }: Anchor, secret: string): string {
  const key = createHmac("sha256", secret).update("causeway audit anchors").digest();
  return createHmac("sha256", key)
    .update(JSON.stringify([kind, at, orgId, slug, seq, hash]))
    .digest("base64url");
}

import { createHash } from "node:crypto";

/** An entry in the one form that is hashed: every value as the text that the database makes of it. */
export type SealedEntry = {
  id: string;
  /** ISO 8601 in UTC with microseconds. */
  at: string;
  operation: string;
  door: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  subjectKind: string;
  subjectId: string;
  subjectName: string;
  before: string | null;
  after: string | null;
  requestId: string;
};

/** Where an entry stands in its chain: what it follows and its number. `previousHash` is hexadecimal. */
export type ChainPlace = { orgId: string; previousHash: string; seq: number };

/** What the first entry of a chain follows. */
export const chainStart = "00".repeat(32);

const domain = "causeway audit 1";
const absent = Buffer.from([0xff, 0xff, 0xff, 0xff]);

/**
 * The seal of an entry, in hexadecimal. Every field has its length in front, so that no two lists of fields are the same bytes.
 * `seal_audit_entries` in the database makes the same.
 */
export function hashEntry(place: ChainPlace, entry: SealedEntry): string {
  const seq = Buffer.alloc(8);
  seq.writeBigInt64BE(BigInt(place.seq));
  const parts = [
    ...field(domain),
    ...field(place.orgId),
    ...field(Buffer.from(place.previousHash, "hex")),
    seq,
    ...field(entry.id),
    ...field(entry.at),
    ...field(entry.operation),
    ...field(entry.door),
    ...field(entry.actorKind),
    ...field(entry.actorId),
    ...field(entry.actorName),
    ...field(entry.subjectKind),
    ...field(entry.subjectId),
    ...field(entry.subjectName),
    ...field(entry.before),
    ...field(entry.after),
    ...field(entry.requestId),
  ];
  return createHash("sha256").update(Buffer.concat(parts)).digest("hex");
}

function field(value: string | Buffer | null): Buffer[] {
  if (value === null) return [absent];
  const bytes = typeof value === "string" ? Buffer.from(value, "utf8") : value;
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes.length);
  return [length, bytes];
}

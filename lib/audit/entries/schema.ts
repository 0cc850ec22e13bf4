import { z } from "zod";

export const AuditEntry = z.object({
  id: z.string(),
  /** Its number in the sealed chain, or null while it waits for its seal. */
  seq: z.number().nullable(),
  hash: z.string().nullable(),
  at: z.string(),
  operation: z.string(),
  door: z.string(),
  actorKind: z.string(),
  actorName: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  requestId: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

const text = (longest: number) => z.string().trim().max(longest).optional();
const day = z.iso.date("Write a day as 2026-01-31").optional();

/** Which entries are wanted. Days are whole days in the organization's time zone, both included. */
export const auditFilterShape = {
  actor: text(200),
  operation: text(100),
  door: text(20),
  subject: text(200),
  text: text(200),
  from: day,
  to: day,
};
const AuditFilter = z.strictObject(auditFilterShape);
export type AuditFilter = z.infer<typeof AuditFilter>;

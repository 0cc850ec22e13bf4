import * as words from "#components/words/audit/audit-columns.ts";

/** The columns of the audit log in their order. */
export const auditColumns = [
  { id: "at", header: words.time },
  { id: "who", header: words.who },
  { id: "operation", header: words.operation },
  { id: "on", header: words.on, wrap: true, phone: false },
  { id: "door", header: words.door, phone: false },
  { id: "change", header: words.whatChanged, wrap: true, phone: false },
  { id: "request", header: words.request, isExtra: true, phone: false },
  { id: "seal", header: words.seal, align: "end", phone: false },
] as const;

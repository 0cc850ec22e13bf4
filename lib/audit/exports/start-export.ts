import { z } from "zod";
import { auditFilterShape } from "#lib/audit/entries/schema.ts";
import { command } from "#lib/kernel/operation.ts";

export const exportFormats = ["csv", "jsonl", "chain"] as const;

/** Writes down that entries are taken out of the portal: who, which and in what form. What follows only reads. */
export const startExport = command({
  name: "audit.start-export",
  permission: "audit:read",
  route: { method: "POST", path: "/audit/exports", summary: "Write down that audit entries are exported" },
  input: z.strictObject({ ...auditFilterShape, format: z.enum(exportFormats) }),
  output: z.object({ format: z.enum(exportFormats) }),
  async run({ ctx, input, audit }) {
    const { format, ...filter } = input;
    const after = { format, filter: format === "chain" ? {} : filter };
    audit({ subjectKind: "audit", subjectId: ctx.org.id, subjectName: "Audit log", after });
    return { format };
  },
});

import { listEntries } from "#lib/audit/entries/list-entries.ts";
import { startExport } from "#lib/audit/exports/start-export.ts";

export const auditOperations = [listEntries, startExport];

import { listEntries } from "#lib/audit/entries/list-entries.ts";

export const auditOperations = [listEntries];

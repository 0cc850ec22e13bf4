export const auditEntries = "Audit entries";
export const noEntryMatches = "No entry matches";
export const noEntryMatchesText = "Change the filters: entries are never deleted, so it is somewhere else.";
export const waiting = "waiting";

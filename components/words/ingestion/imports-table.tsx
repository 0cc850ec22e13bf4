import type { ReactNode } from "react";

export const importOf = (sourceName: string) => `Import of ${sourceName}`;
export const recentImports = "Recent imports";
export const importOfLabel = "Import of";
export const newLabel = "New";
export const changed = "Changed";
export const unchanged = "Unchanged";
export const refused = "Refused";
export const none = "none";
export const refusedOf = (refused: ReactNode) => <>{refused} refused</>;
export const by = "By";
export const when = "When";

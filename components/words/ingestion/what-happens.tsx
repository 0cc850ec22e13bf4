import type { ReactNode } from "react";

export const whatWillHappen = "What will happen";
export const checkFirst = "Check first";
export const readsEverythingAndCompares = (checkFirst: ReactNode) => (
  <>{checkFirst} reads everything and compares it with the catalog. Nothing is written.</>
);
export const importLabel = "Import";
export const writesAllEntitiesWithTheir = (value: ReactNode) => (
  <>{value} writes all entities with their history and the report together, or nothing. Scores follow at once.</>
);
export const everyFileEnds =
  "Every file ends as an entity or as a line that says why not. What the source does not name stays.";
export const format = "Format";
export const backstageDescriptorsWithLocations = "Backstage descriptors, with locations and $text, $json, $yaml";
export const perFile = "Per file";
export const repository = "Repository";
export const recorded = "Recorded";
export const inTheAuditLogUnder = "in the audit log, under your name";
export const limitsOfClones = "100 MB, one minute to clone";

import type { ReactNode } from "react";

export const importReport = "Import report";
export const sources = "Sources";
export const atShortRevision = (shortRevision: ReactNode) => <>at {shortRevision}</>;
export const file = { one: "file", many: "files" };
export const fromReadImportedBy = (
  sourceLocation: ReactNode,
  addition: ReactNode,
  fileCount: ReactNode,
  actorName: ReactNode,
  time: ReactNode,
) => (
  <>
    From {sourceLocation}
    {addition}, {fileCount} read, imported by {actorName} {time}.
  </>
);
export const importAgain = "Import again";
export const openTheCatalog = "Open the catalog";

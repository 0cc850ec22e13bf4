import type { ReactNode } from "react";

export const sources = "Sources";
export const imported = "Imported";
export const dryRun = "Dry run";
export const written = "Written";
export const read = "Read";
export const inTookMs = (tookMs: ReactNode) => <>in {tookMs}</>;
export const importedInline = "imported";
export const dryRunInline = "dry run";
export const dryRunOf = "Dry run of ";
export const from = "From ";
export const atShortRevision = (shortRevision: ReactNode) => <>at {shortRevision}</>;
export const nothingIsWrittenYet = "Nothing is written yet.";
export const theCatalogShowsItAlready = "The catalog shows it already.";
export const file = { one: "file", many: "files" };
export const fileCountRead = (fileCount: ReactNode) => <>, {fileCount} read.</>;
export const importMore = "Import more";
export const openTheCatalog = "Open the catalog";
export const changeTheSource = "Change the source";
export const checkAgain = "Check again";
export const entity = { one: "entity", many: "entities" };
export const importWritten = (written: ReactNode) => <>Import {written}</>;
export const theReportOfTheImport = "The report of the import has all of them.";
export const theFullReportHasAll = "The full report has all.";
export const ofLinesTheFirst = (total: ReactNode, lines: ReactNode) => (
  <>
    Of {total} lines the first {lines} are here, what needs somebody first.
  </>
);

import { getImport } from "#lib/ingestion/imports/get-import.ts";
import { importCatalog } from "#lib/ingestion/imports/import-catalog.ts";
import { listImports } from "#lib/ingestion/imports/list-imports.ts";
import { previewImport } from "#lib/ingestion/imports/preview-import.ts";

export const ingestionOperations = [importCatalog, previewImport, listImports, getImport];

import { type CatalogColumnsInput, catalogColumns } from "#components/catalog/catalog-columns.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { buildTable } from "#components/patterns/data-table/build-table.ts";
import type { DataTableRow } from "#components/patterns/data-table/table-shape.ts";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import type { ListedEntity } from "#lib/catalog/entities/entity-views.ts";

/** What rows hold, and what says how they are drawn. */
export type DrawnRows = CatalogColumnsInput & { rows: ListedEntity[]; view: TableView };

/** Draws rows of the catalog in the browser, as the server draws the first ones. */
export function drawRows({ rows, view, ...input }: DrawnRows): DataTableRow[] {
  const table = {
    columns: catalogColumns(input),
    view,
    rows,
    rowId: ({ blueprint, identifier }: ListedEntity) => `${blueprint}:${identifier}`,
    rowName: (row: ListedEntity) => row.title,
    rowHref: (row: ListedEntity) => entityHref(input.org, row),
  };
  return buildTable(table).rows;
}

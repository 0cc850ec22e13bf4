import { createElement, Fragment, type ReactNode } from "react";
import type { DataTableColumn, DataTableRow } from "#components/patterns/data-table/table-shape.ts";

export type SortDirection = "ascending" | "descending";
export type ColumnDefinition<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end" | undefined;
  sortable?: boolean | undefined;
  width?: string | undefined;
  phone?: boolean | undefined;
};
export type BuildTableInput<Row> = {
  columns: ColumnDefinition<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  rowName: (row: Row) => string;
  rowHref?: ((row: Row) => string) | undefined;
  sort?:
    | {
        column: string;
        direction: SortDirection;
        hrefFor: (column: string, direction: SortDirection) => string;
      }
    | undefined;
};

/** Turns typed rows and column definitions into what DataTable takes; works where functions cannot be passed on. */
export function buildTable<Row>(input: BuildTableInput<Row>): { columns: DataTableColumn[]; rows: DataTableRow[] } {
  const { sort } = input;
  const columns = input.columns.map(({ id, header, align, sortable, width, phone }): DataTableColumn => {
    if (!sort || !sortable) return { id, header, align, width, phone };
    const direction = sort.column === id ? sort.direction : null;
    const next = direction === "ascending" ? "descending" : "ascending";
    return { id, header, align, width, phone, sort: { href: sort.hrefFor(id, next), direction } };
  });
  const rows = input.rows.map(
    (row): DataTableRow => ({
      id: input.rowId(row),
      name: input.rowName(row),
      href: input.rowHref?.(row),
      // A list of nodes that crosses from server to browser wants keys.
      cells: input.columns.map((column) => createElement(Fragment, { key: column.id }, column.cell(row))),
    }),
  );
  return { columns, rows };
}

import { createElement, Fragment, type ReactNode } from "react";
import type { DataTableColumn, DataTableRow, TableMenu } from "#components/patterns/data-table/table-shape.ts";
import { pageSizes, type TableView } from "#components/patterns/data-table/table-view.ts";

export type SortDirection = "ascending" | "descending";
export type ColumnDefinition<Row> = Omit<DataTableColumn, "sort"> & {
  cell: (row: Row) => ReactNode;
  sortable?: boolean | undefined;
  /** The way its first press sorts: newest and longest first. */
  startsDescending?: boolean | undefined;
  /** Shown only to who asks for it. */
  isExtra?: boolean | undefined;
  /** Stands at its place and cannot be taken away: buttons. */
  isFixed?: boolean | undefined;
  /** What kind of column it is, said where columns are chosen. */
  about?: string | undefined;
};
export type BuildTableInput<Row> = {
  columns: ColumnDefinition<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  rowName: (row: Row) => string;
  rowHref?: ((row: Row) => string | undefined) | undefined;
  /** What stands under a row that is opened. */
  rowOpened?: ((row: Row) => ReactNode) | undefined;
  /** Which columns are shown, for tables that let one choose. */
  view?: TableView | undefined;
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
  const { sort, view } = input;
  const shown = chosenColumns(input.columns, view);
  const columns = shown.map((definition): DataTableColumn => {
    const {
      cell: _cell,
      sortable,
      startsDescending,
      isExtra: _extra,
      isFixed: _fixed,
      about: _about,
      ...column
    } = definition;
    // Whoever chose columns wants to see them, also where there is no room for them side by side.
    if (column.phone === false && view?.columns) column.phone = "under";
    if (!sort || !sortable) return column;
    const direction = sort.column === column.id ? sort.direction : null;
    const first = startsDescending ? "descending" : "ascending";
    const other = direction === "ascending" ? "descending" : "ascending";
    return { ...column, sort: { href: sort.hrefFor(column.id, direction === null ? first : other), direction } };
  });
  const rows = input.rows.map((row): DataTableRow => {
    const opened = input.rowOpened?.(row);
    return {
      id: input.rowId(row),
      name: input.rowName(row),
      href: input.rowHref?.(row),
      // A list of nodes that crosses from server to browser wants keys.
      cells: shown.map((column) => keyed(column.id, column.cell(row))),
      ...(opened === undefined || opened === null ? {} : { opened }),
    };
  });
  return { columns, rows };
}

/** A text needs no key. */
function keyed(key: string, node: ReactNode): ReactNode {
  return typeof node === "string" ? node : createElement(Fragment, { key }, node);
}

type Choosable = {
  id: string;
  header: string;
  isExtra?: boolean | undefined;
  isFixed?: boolean | undefined;
  about?: string | undefined;
};

/** What the view menu offers for a table. The first column and those that are fixed are not up for choice; `more` is asked when it opens. */
export function tableMenu(columns: Choosable[], view: TableView, more?: TableMenu["more"]): TableMenu {
  const [, ...rest] = columns.filter((column) => !column.isFixed);
  const shown = chosenColumns(columns, view);
  const ordered = [
    ...shown.filter((column) => rest.includes(column)),
    ...rest.filter((column) => !shown.includes(column)),
  ];
  return {
    table: view.table,
    kind: view.kind,
    prefix: view.prefix,
    columns: ordered.map((column) => ({
      id: column.id,
      name: column.header,
      isShown: shown.includes(column),
      about: column.about,
    })),
    density: view.density,
    rows: view.rows,
    isDefault: view.columns === null && view.density === "comfortable" && view.rows === pageSizes[0],
    more,
  };
}

/** The names of the columns that are shown, in their order. */
export function shownColumns(columns: Choosable[], view: TableView): string[] {
  return chosenColumns(columns, view).map((column) => column.id);
}

function chosenColumns<Column extends Choosable>(columns: Column[], view: TableView | undefined): Column[] {
  const [first, ...rest] = columns;
  const asked = view?.columns ?? null;
  if (first === undefined || asked === null) return columns.filter((column) => !column.isExtra);
  const choosable = rest.filter((column) => !column.isFixed);
  return [
    first,
    ...asked.flatMap((id) => choosable.find((column) => column.id === id) ?? []),
    ...rest.filter((column) => column.isFixed),
  ];
}

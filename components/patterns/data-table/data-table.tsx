"use client";
import type { ReactNode } from "react";
import { SelectionBar, SelectionProvider, useTableSelection } from "#components/patterns/data-table/selection.tsx";
import { TableFoot, type TablePaging } from "#components/patterns/data-table/table-foot.tsx";
import { DataTableHead } from "#components/patterns/data-table/table-head.tsx";
import { GroupRows, Rows } from "#components/patterns/data-table/table-rows.tsx";
import type {
  DataTableColumn,
  DataTableGroup,
  DataTableRow,
  RowHeight,
} from "#components/patterns/data-table/table-shape.ts";
import { useRowKeys } from "#components/patterns/data-table/use-row-keys.ts";
import { classNames } from "#components/ui/class-names.ts";

export type { DataTableColumn, DataTableGroup, DataTableRow } from "#components/patterns/data-table/table-shape.ts";

export type DataTableProps = {
  label: string;
  columns: DataTableColumn[];
  rows?: DataTableRow[] | undefined;
  groups?: DataTableGroup[] | undefined;
  rowHeight?: RowHeight | undefined;
  selectable?: boolean | undefined;
  /** Buttons of the selection bar; they read `useTableSelection`. */
  selectionActions?: ReactNode;
  paging?: TablePaging | undefined;
  foot?: { hints?: boolean | undefined; freshness?: ReactNode } | undefined;
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode;
  /** Its own panel edge; without it the table runs edge to edge. */
  framed?: boolean | undefined;
  /** Whether j, k, ↵ and x work here; turn off for a second table on a page. */
  keys?: boolean | undefined;
};

/** Rows from the server with sorting and pages in the address, and the keyboard in the rows. */
export function DataTable(props: DataTableProps) {
  return (
    <SelectionProvider>
      <TableBody {...props} />
    </SelectionProvider>
  );
}

function TableBody(props: DataTableProps) {
  const { label, columns, groups, empty, framed, selectionActions, paging, foot } = props;
  const selectable = props.selectable ?? false;
  const height = props.rowHeight ?? (groups ? "grouped" : "regular");
  const rows = groups ? groups.flatMap((group) => group.rows) : (props.rows ?? []);
  const { toggle, clear } = useTableSelection();
  const currentId = useRowKeys({ rows, enabled: props.keys ?? true, selectable, onToggle: toggle, onClear: clear });
  const shared = { columns, height, selectable, currentId };
  return (
    <div
      className={classNames(
        "flex min-w-0 flex-col",
        framed ? "rounded-3 border border-line-2 bg-panel shadow-1" : "flex-1",
      )}
    >
      {rows.length === 0 && empty !== undefined ? (
        empty
      ) : (
        <section aria-label={label} className="min-w-0 overflow-x-auto">
          <table aria-label={label} className="w-full border-collapse">
            <DataTableHead columns={columns} rows={rows} selectable={selectable} />
            {groups ? (
              groups.map((group) => <GroupRows key={group.id} {...shared} group={group} />)
            ) : (
              <tbody>
                <Rows {...shared} rows={rows} />
              </tbody>
            )}
          </table>
        </section>
      )}
      {selectionActions !== undefined ? <SelectionBar>{selectionActions}</SelectionBar> : null}
      {foot || paging ? (
        <TableFoot hints={foot?.hints ?? false} selectable={selectable} freshness={foot?.freshness} paging={paging} />
      ) : null}
    </div>
  );
}

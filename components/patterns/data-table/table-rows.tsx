"use client";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTableSelection } from "#components/patterns/data-table/selection.tsx";
import type {
  DataTableColumn,
  DataTableGroup,
  DataTableRow,
  RowHeight,
} from "#components/patterns/data-table/table-shape.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { classNames } from "#components/ui/class-names.ts";

const heights: Record<RowHeight, string> = {
  regular: "h-9",
  grouped: "h-[34px]",
  compact: "h-[30px]",
  tall: "h-[52px]",
};

export type RowsProps = {
  columns: DataTableColumn[];
  rows: DataTableRow[];
  height: RowHeight;
  selectable: boolean;
  currentId: string | null;
};

/** The rows of a table or of one group. */
export function Rows({ columns, rows, height, selectable, currentId }: RowsProps) {
  const { has, toggle } = useTableSelection();
  return rows.map((row) => {
    const current = row.id === currentId;
    const selected = has(row.id);
    return (
      <tr
        key={row.id}
        id={`row-${row.id}`}
        data-current={current || undefined}
        className={classNames(
          "group/row border-b border-line last:border-b-0",
          current || selected ? "bg-selected" : "hover:bg-hover",
          current && "[&>:first-child]:shadow-[inset_2px_0_0_var(--accent-mark)]",
        )}
      >
        {selectable ? (
          <td className={classNames("w-[35px] pl-4", heights[height])}>
            <Checkbox aria-label={`Select ${row.name}`} checked={selected} onCheckedChange={() => toggle(row.id)} />
          </td>
        ) : null}
        {columns.map((column, place) => (
          <td
            key={column.id}
            className={classNames(
              "px-2.5 whitespace-nowrap last:pr-4",
              heights[height],
              selectable ? "" : "first:pl-4",
              column.align === "end" && "numeric text-right",
              column.phone === false && "phone:hidden",
            )}
          >
            {row.cells[place]}
          </td>
        ))}
      </tr>
    );
  });
}

/** A heading row that folds its rows away, with one block for each of them. */
export function GroupRows(props: Omit<RowsProps, "rows"> & { group: DataTableGroup }) {
  const { group, columns, selectable } = props;
  const [open, setOpen] = useState(true);
  return (
    <tbody className="border-b border-line last:border-b-0">
      <tr className="border-b border-line bg-sunken">
        <th
          scope="rowgroup"
          colSpan={columns.length + (selectable ? 1 : 0)}
          className="h-[30px] px-4 text-left font-550"
        >
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="flex min-h-6 w-full items-center gap-2 text-left [&>.lucide]:size-3.5"
          >
            {open ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
            {group.label}
            <span className="font-400 text-text-3 tabular-nums">{group.count}</span>
            {group.paving !== undefined ? <span className="ml-2">{group.paving}</span> : null}
          </button>
        </th>
      </tr>
      {open ? <Rows {...props} rows={group.rows} /> : null}
    </tbody>
  );
}

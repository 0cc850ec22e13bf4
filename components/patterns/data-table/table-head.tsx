"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTableSelection } from "#components/patterns/data-table/selection.tsx";
import type { DataTableColumn, DataTableRow } from "#components/patterns/data-table/table-shape.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { classNames } from "#components/ui/class-names.ts";

/** Heads; sorting is an address, so that it can be sent to somebody. */
export function DataTableHead(props: { columns: DataTableColumn[]; rows: DataTableRow[]; selectable: boolean }) {
  const { columns, rows, selectable } = props;
  const { ids, setAll } = useTableSelection();
  const chosen = rows.filter((row) => ids.includes(row.id)).length;
  return (
    <thead>
      <tr>
        {selectable ? (
          <th scope="col" className="h-8 w-[35px] border-b border-line pl-4 text-left">
            <Checkbox
              aria-label="Select all rows"
              checked={rows.length > 0 && chosen === rows.length}
              indeterminate={chosen > 0 && chosen < rows.length}
              onCheckedChange={(on) => setAll(on ? rows.map((row) => row.id) : [])}
            />
          </th>
        ) : null}
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            aria-sort={column.sort?.direction ?? undefined}
            style={column.width ? { width: column.width } : undefined}
            className={classNames(
              "h-8 border-b border-line px-2.5 text-12 font-500 whitespace-nowrap text-text-3 last:pr-4",
              selectable ? "" : "first:pl-4",
              column.align === "end" ? "text-right" : "text-left",
              column.phone === false && "phone:hidden",
            )}
          >
            {column.sort ? (
              <Link
                href={column.sort.href}
                scroll={false}
                className="inline-flex h-6 items-center gap-1 hover:text-text [&_.lucide]:size-3"
              >
                {column.header}
                {column.sort.direction === "ascending" ? <ArrowUp aria-hidden /> : null}
                {column.sort.direction === "descending" ? <ArrowDown aria-hidden /> : null}
              </Link>
            ) : (
              column.header
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

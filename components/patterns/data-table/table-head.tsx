"use client";
import type { ReactNode } from "react";
import { useTableSelection } from "#components/patterns/data-table/selection.tsx";
import { type DataTableColumn, type DataTableRow, isStacked } from "#components/patterns/data-table/table-shape.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ArrowDown, ArrowUp } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import * as words from "#components/words/patterns/data-table/table-head.ts";

type Props = { columns: DataTableColumn[]; rows: DataTableRow[]; selectable: boolean };

const cell =
  "sticky top-0 z-2 h-8 bg-(--table-ground) text-12 font-500 whitespace-nowrap text-text-3 shadow-[inset_0_-1px_0_var(--line)]";

/** Heads; sorting is an address, so that it can be sent to somebody. They stay in view while the rows pass under them. */
export function DataTableHead({ columns, rows, selectable }: Props) {
  return (
    <thead className="relative z-3 [transform:translateY(var(--head-shift,0))]">
      <tr aria-rowindex={1} className={isStacked(columns) ? "phone:flex" : undefined}>
        {selectable ? <SelectAllHead rows={rows} /> : null}
        {columns.map((column, place) => (
          <th
            key={column.id}
            scope="col"
            aria-sort={column.sort?.direction ?? undefined}
            style={column.width ? { width: column.width } : undefined}
            className={classNames(
              cell,
              columns.some((other) => other.upright) && "align-bottom",
              "px-2.5 last:pr-4",
              place === 0 && (selectable ? "left-[35px] z-3" : "left-0 z-3 pl-4"),
              column.align === "end" ? "text-right" : "text-left",
              isStacked(columns) && (place === 0 ? "phone:min-w-0 phone:flex-1" : "phone:flex-none"),
              column.phone !== undefined && column.phone !== true && "phone:hidden",
              column.upright && "!h-[186px] w-[43px] min-w-9 !px-0 pb-2 !text-center align-bottom",
              column.isFirstOfGroup && "border-l border-l-line-2",
            )}
          >
            {column.upright ? (
              <UprightHead header={column.header} {...column.upright} />
            ) : column.sort ? (
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
              <span className={column.isHeaderHidden ? "sr-only" : ""}>{column.header}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** What the column is, read from below, and what all of its group share. */
function UprightHead({ header, mark, title }: { header: string; mark: ReactNode; title?: string | undefined }) {
  return (
    <span className="inline-grid justify-items-center gap-1.5">
      <span
        title={title}
        className="cut inline-block h-[148px] w-5 rotate-180 text-start text-11 leading-5 font-450 text-text-2 [writing-mode:vertical-rl]"
      >
        {header}
      </span>
      {mark}
    </span>
  );
}

function SelectAllHead({ rows }: { rows: DataTableRow[] }) {
  const { has, add, remove } = useTableSelection();
  const chosen = rows.filter((row) => has(row.id)).length;
  return (
    <th scope="col" className={classNames(cell, "left-0 z-3 w-[35px] min-w-[35px] pl-4 text-left")}>
      <Checkbox
        aria-label={words.selectAllRowsOfThisPage}
        checked={rows.length > 0 && chosen === rows.length}
        indeterminate={chosen > 0 && chosen < rows.length}
        onCheckedChange={(on) => (on ? add(rows) : remove(rows))}
      />
    </th>
  );
}

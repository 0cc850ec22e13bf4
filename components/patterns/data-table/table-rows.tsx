"use client";
import { memo, type Ref, useRef, useState } from "react";
import { useTableSelection } from "#components/patterns/data-table/selection.tsx";
import {
  type DataTableColumn,
  type DataTableGroup,
  type DataTableRow,
  type Density,
  isStacked,
  type RowHeight,
  rowPixels,
} from "#components/patterns/data-table/table-shape.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ChevronDown, ChevronRight } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import { RuleMark, type RuleResult } from "#components/ui/rule-mark.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/data-table/table-rows.ts";

export type RowsShape = {
  columns: DataTableColumn[];
  /** All rows of the page, in their order. */
  allRows: DataTableRow[];
  height: RowHeight;
  density: Density;
  selectable: boolean;
  currentId: string | null;
  /** How many rows of the list stand before this page. */
  before: number;
};

/** The rows of a table or of one group. */
export function Rows({ rows, currentId, ...shape }: RowsShape & { rows: DataTableRow[] }) {
  const { has } = useTableSelection();
  return rows.map((row) => (
    <Row
      key={row.id}
      {...shape}
      row={row}
      place={shape.allRows.indexOf(row)}
      isCurrent={row.id === currentId}
      isSelected={has(row.id)}
    />
  ));
}

export type RowProps = Omit<RowsShape, "currentId"> & {
  row: DataTableRow;
  place: number;
  isCurrent: boolean;
  isSelected: boolean;
  ref?: Ref<HTMLTableRowElement>;
};

/**
 * One row. It takes the focus when j or k come to it, so that it is read out and Tab goes on from there. It is drawn again only when
 * something of its own changes: moving through a table draws two rows.
 */
export const Row = memo(function Row({ row, place, isCurrent, isSelected, ref, ...shape }: RowProps) {
  const { columns, height, density, selectable, before } = shape;
  const isMarked = isCurrent || isSelected || row.opened !== undefined;
  const pixels = { height: rowPixels[height][density] };
  const stacked = isStacked(columns);
  return (
    <>
      <tr
        ref={ref}
        tabIndex={-1}
        data-row={row.id}
        data-index={place}
        aria-rowindex={before + place + 2}
        aria-selected={selectable ? isSelected : undefined}
        data-current={isCurrent || undefined}
        className={classNames(
          "group/row border-b border-line outline-none last:border-b-0",
          isMarked ? "bg-selected" : "bg-(--table-ground) hover:bg-hover",
          isCurrent && "[&>:first-child]:shadow-[inset_2px_0_0_var(--accent-mark)]",
          stacked && "stacked-row",
          stacked && selectable && "phone:pl-[35px]",
        )}
      >
        {selectable ? <SelectCell row={row} rows={shape.allRows} style={pixels} stacked={stacked} /> : null}
        {columns.map((column, at) => (
          <td
            key={column.id}
            data-label={column.phone === "under" ? column.header : undefined}
            style={at === 0 ? pixels : undefined}
            className={classNames(
              column.upright ? "text-center" : "data-cell",
              column.wrap && "py-1.5 !whitespace-normal [overflow-wrap:anywhere]",
              at === 0 && "sticky z-1 bg-inherit",
              at === 0 && (selectable ? "left-[35px]" : "left-0 pl-4"),
              column.align === "end" && "numeric text-right",
              column.isFirstOfGroup && "border-l border-l-line-2",
              column.phone === false && "phone:hidden",
              stacked && stackedCell(column, at),
            )}
          >
            {column.drawn === "rule" ? <RuleMark result={row.cells[at] as RuleResult} /> : row.cells[at]}
          </td>
        ))}
      </tr>
      {row.opened === undefined ? null : (
        <tr
          className={classNames(
            "border-b border-line bg-sunken last:border-b-0",
            stacked && "phone:flex phone:*:flex-1",
          )}
        >
          <td colSpan={columns.length + (selectable ? 1 : 0)} className="p-4">
            {row.opened}
          </td>
        </tr>
      )}
    </>
  );
});

// The columns that are shown on a phone as everywhere stand in the first line; what comes after the break flows under it.

function stackedCell({ phone }: DataTableColumn, at: number): string {
  if (at === 0) return "stacked-name";
  if (phone !== "under") return "phone:flex-none";
  return "stacked-value";
}

type SelectProps = { row: DataTableRow; rows: DataTableRow[]; style: { height: number }; stacked: boolean };

function SelectCell({ row, rows, style, stacked }: SelectProps) {
  const { has, toggle } = useTableSelection();
  const isShift = useRef(false);
  return (
    // The key that is held belongs to the press, of the mouse and of the space bar alike.
    <td
      style={style}
      className={classNames(
        "sticky left-0 z-1 w-[35px] min-w-[35px] bg-inherit pl-4",
        stacked && "phone:-ml-[35px] phone:flex phone:items-center",
      )}
      onClickCapture={(event) => {
        isShift.current = event.shiftKey;
      }}
      onKeyDownCapture={(event) => {
        isShift.current = event.shiftKey;
      }}
    >
      <Checkbox
        aria-label={words.selectRow(row.name)}
        checked={has(row.id)}
        onCheckedChange={() => toggle(row, rows, isShift.current)}
      />
    </td>
  );
}

// Nothing in it can have the focus, which a table row is suspected of.
const unheard = { "aria-hidden": true } as const;

/** The room of rows that are not drawn. */
export function Gap({ height, span }: { height: number; span: number }) {
  return (
    <tr {...unheard}>
      <td colSpan={span} className="p-0" style={{ height }} />
    </tr>
  );
}

/** A heading row that folds its rows away, with one block for each of them. A group whose rows were not read is opened by its address. */
export function GroupRows({ group, ...shape }: RowsShape & { group: DataTableGroup }) {
  const [open, setOpen] = useState(true);
  const span = shape.columns.length + (shape.selectable ? 1 : 0);
  const isThere = group.openHref === undefined;
  const whole = isStacked(shape.columns) && "phone:flex phone:items-center phone:*:flex-1";
  const head = (
    <>
      {isThere && open ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
      {group.label}
      <span className="font-400 text-text-3 tabular-nums">{numberText(group.count)}</span>
      {group.paving !== undefined ? <span className="ml-2">{group.paving}</span> : null}
    </>
  );
  const headClass = "flex min-h-6 w-full items-center gap-2 text-left [&>.lucide]:size-3.5";
  return (
    <tbody className="border-b border-line last:border-b-0">
      <tr className={classNames("border-b border-line bg-sunken", whole)}>
        <th scope="rowgroup" colSpan={span} className="h-[30px] px-4 text-left font-550">
          {group.openHref === undefined ? (
            <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className={headClass}>
              {head}
            </button>
          ) : (
            <Link href={group.openHref} scroll={false} className={headClass}>
              {head}
            </Link>
          )}
        </th>
      </tr>
      {isThere && open ? <Rows {...shape} rows={group.rows} /> : null}
      {isThere && open && group.restHref !== undefined ? (
        <tr className={classNames("border-b border-line last:border-b-0", whole)}>
          <td colSpan={span} className="h-[30px] px-4 text-12">
            <Link href={group.restHref} className="sticky left-4 text-accent-text hover:underline">
              {words.moreRows(numberText(group.count - group.rows.length))}
            </Link>
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

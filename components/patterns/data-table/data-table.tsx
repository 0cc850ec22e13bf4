"use client";
import { lazy, type ReactNode, Suspense, startTransition, useEffect, useMemo, useRef, useState } from "react";
import { BulkWorkProvider, useBulkWork } from "#components/patterns/data-table/bulk-work.tsx";
import { SelectionProvider, useTableSelection } from "#components/patterns/data-table/selection.tsx";
import { TableFoot, type TablePaging } from "#components/patterns/data-table/table-foot.tsx";
import { DataTableHead } from "#components/patterns/data-table/table-head.tsx";
import { Gap, GroupRows, Rows, type RowsShape } from "#components/patterns/data-table/table-rows.tsx";
import {
  type DataTableColumn,
  type DataTableGroup,
  type DataTableRow,
  type Density,
  isStacked,
  type RowHeight,
  rowPixels,
} from "#components/patterns/data-table/table-shape.ts";
import { useRowKeys } from "#components/patterns/data-table/use-row-keys.ts";
import { usePrinting } from "#components/patterns/use-printing.ts";
import { classNames } from "#components/ui/class-names.ts";

export type { DataTableColumn, DataTableGroup, DataTableRow } from "#components/patterns/data-table/table-shape.ts";

export type DataTableProps = {
  label: string;
  columns: DataTableColumn[];
  rows?: DataTableRow[] | undefined;
  groups?: DataTableGroup[] | undefined;
  rowHeight?: RowHeight | undefined;
  density?: Density | undefined;
  /** What can be done to selected rows: `BulkAction` and `SelectMatching`. Rows can be selected when there is anything. */
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

/** From here on, only the rows near the window are drawn. */
const longFrom = 100;
/**
 * A page of the usual size, whole: a longer name in a row that comes later would make a column wider and push the others. Of longer ones
 * the rest comes when the page works, and holds nothing up.
 */
const drawnAtFirst = 50;
// Comes with the first row that is selected.
const SelectionBar = lazy(async () => ({
  default: (await import("#components/patterns/data-table/selection-bar.tsx")).SelectionBar,
}));
const VirtualRows = lazy(() => import("#components/patterns/data-table/virtual-rows.tsx"));

/** Rows from the server with sorting and pages in the address, and the keyboard in the rows. */
export function DataTable(props: DataTableProps) {
  return (
    <SelectionProvider>
      <BulkWorkProvider>
        <TableBody {...props} />
      </BulkWorkProvider>
    </SelectionProvider>
  );
}

function TableBody(props: DataTableProps) {
  const { label, columns, groups, empty, framed, selectionActions, paging, foot } = props;
  const selectable = selectionActions !== undefined && selectionActions !== null;
  const rows = useMemo(
    () => (groups ? groups.flatMap((group) => group.rows) : (props.rows ?? [])),
    [groups, props.rows],
  );
  const shownIds = useMemo(() => new Set(rows.map((row) => row.id)), [rows]);
  const { toggle, clear, selected } = useTableSelection();
  const { work } = useBulkWork();
  const table = useRef<HTMLTableElement>(null);
  const reach = useRef<((place: number) => void) | null>(null);
  const { currentId, setCurrentId } = useRowKeys({
    table,
    rows,
    enabled: props.keys ?? true,
    onToggle: selectable ? (row, toHere) => toggle(row, rows, toHere) : null,
    onClear: clear,
    reach(place) {
      reach.current?.(place);
      return reach.current !== null;
    },
  });
  const shape: RowsShape = {
    columns,
    allRows: rows,
    height: props.rowHeight ?? (groups ? "grouped" : "regular"),
    density: props.density ?? "comfortable",
    selectable,
    currentId,
    before: paging?.before ?? 0,
  };
  const isPrinting = usePrinting();
  const isLong = !groups && rows.length > longFrom && !isPrinting;
  // The server does not know the window: it sends the first rows, and the browser takes over from there.
  const [isInBrowser, setIsInBrowser] = useState(rows.length <= drawnAtFirst);
  useEffect(() => startTransition(() => setIsInBrowser(true)), []);
  return (
    <div
      className={classNames(
        "flex min-w-0 flex-col",
        framed
          ? "rounded-3 border border-line-2 bg-panel shadow-1 [--table-ground:var(--panel)] [overflow:clip]"
          : "flex-1 [--table-ground:var(--deck)]",
      )}
    >
      {rows.length === 0 && empty !== undefined ? (
        empty
      ) : (
        <Scroller label={label}>
          <table
            ref={table}
            aria-label={label}
            aria-rowcount={countOf(paging, rows.length)}
            className={classNames(
              "w-full border-collapse",
              isStacked(columns) && "phone:block phone:[&>tbody]:block phone:[&>thead]:block",
            )}
            onFocus={(event) => {
              const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
              if (row?.dataset["row"] !== undefined) setCurrentId(row.dataset["row"]);
            }}
          >
            <DataTableHead columns={columns} rows={rows} selectable={selectable} />
            {groups ? (
              groups.map((group) => <GroupRows key={group.id} {...shape} group={group} />)
            ) : isLong && isInBrowser ? (
              <Suspense fallback={<PlainRows {...shape} isWhole={false} />}>
                <VirtualRows {...shape} rows={rows} reach={reach} />
              </Suspense>
            ) : (
              <PlainRows {...shape} isWhole={isInBrowser} />
            )}
          </table>
        </Scroller>
      )}
      {selectable && (selected.length > 0 || work !== null) ? (
        <Suspense>
          <SelectionBar shownIds={shownIds}>{selectionActions}</SelectionBar>
        </Suspense>
      ) : null}
      {foot || paging ? (
        <TableFoot
          hints={(foot?.hints ?? false) && rows.length > 0}
          opens={rows.some((row) => row.href !== undefined)}
          selectable={selectable}
          freshness={foot?.freshness}
          paging={paging}
          shown={rows.length}
        />
      ) : null}
    </div>
  );
}

/** Scrolls sideways only when it must: while the table fits, its heads can stay in view as the page scrolls. */
function Scroller({ label, children }: { label: string; children: ReactNode }) {
  const frame = useRef<HTMLElement>(null);
  const [fits, setFits] = useState(false);
  useEffect(() => {
    const { current } = frame;
    const inner = current?.firstElementChild;
    if (!current || !inner) return;
    const measure = () => setFits(inner.scrollWidth <= current.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    observer.observe(inner);
    return () => observer.disconnect();
  }, []);
  // What scrolls sideways by itself has nothing to stick to as the page goes on: its heads are carried along.
  useEffect(() => {
    const { current } = frame;
    if (!current || fits) return;
    const carry = () => {
      const { top, height } = current.getBoundingClientRect();
      current.style.setProperty(
        "--head-shift",
        `${Math.round(Math.min(Math.max(0, -top), Math.max(0, height - 64)))}px`,
      );
    };
    carry();
    window.addEventListener("scroll", carry, { passive: true });
    return () => {
      window.removeEventListener("scroll", carry);
      current.style.removeProperty("--head-shift");
    };
  }, [fits]);
  return (
    <section
      ref={frame}
      aria-label={label}
      className={classNames("min-w-0", fits ? "[overflow-x:clip]" : "overflow-x-auto")}
    >
      {children}
    </section>
  );
}

/** All rows, or the first ones and the room of the others: until the browser draws the rest, or the code for long tables is there. */
function PlainRows({ isWhole, ...shape }: RowsShape & { isWhole: boolean }) {
  const first = isWhole ? shape.allRows : shape.allRows.slice(0, drawnAtFirst);
  const rest = (shape.allRows.length - first.length) * rowPixels[shape.height][shape.density];
  return (
    <tbody>
      <Rows {...shape} rows={first} />
      {rest > 0 ? <Gap height={rest} span={shape.columns.length + (shape.selectable ? 1 : 0)} /> : null}
    </tbody>
  );
}

// The heads are a row too. -1 says that it is not known, which is what more than is counted is.
function countOf(paging: TablePaging | undefined, shown: number): number {
  if (paging?.total === undefined) return shown + 1;
  return paging.isTotalExact === false ? -1 : paging.total + 1;
}

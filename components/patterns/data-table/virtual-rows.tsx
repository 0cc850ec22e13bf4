"use client";
import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTableSelection } from "#components/patterns/data-table/selection.tsx";
import { Gap, Row, type RowsShape } from "#components/patterns/data-table/table-rows.tsx";
import { type DataTableRow, rowPixels } from "#components/patterns/data-table/table-shape.ts";

type Props = RowsShape & {
  rows: DataTableRow[];
  /** Set to what brings a row into view, also one that is not drawn. */
  reach: RefObject<((place: number) => void) | null>;
};

const overscan = 16;

/**
 * Only the rows near the window are drawn; the others are the height of an empty row. The one with the keyboard is always drawn, so that
 * scrolling does not take the focus away. Loaded when a table is long enough to need it.
 */
export default function VirtualRows({ rows, reach, ...shape }: Props) {
  const { currentId, ...rowShape } = shape;
  const { has } = useTableSelection();
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const current = rows.findIndex((row) => row.id === currentId);
  // What stands above the table changes its height: a filter more, a banner that is gone.
  useLayoutEffect(() => {
    const measure = () => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count: rows.length,
    estimateSize: () => rowPixels[shape.height][shape.density],
    getItemKey: (place) => rows[place]?.id ?? place,
    overscan,
    scrollMargin: top,
    scrollPaddingStart: 48,
    scrollPaddingEnd: 80,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const places = defaultRangeExtractor(range);
        return current < 0 || places.includes(current)
          ? places
          : [...places, current].sort((one, other) => one - other);
      },
      [current],
    ),
  });
  useEffect(() => {
    reach.current = (place) => virtualizer.scrollToIndex(place, { align: "auto" });
    return () => {
      reach.current = null;
    };
  }, [reach, virtualizer]);
  // The rows that stood here first took the focus with them, if one of them had it; these come a moment later.
  const isDrawn = useRef(false);
  useEffect(() => {
    if (isDrawn.current || !body.current?.querySelector("[data-row]")) return;
    isDrawn.current = true;
    if (currentId === null || document.activeElement !== document.body) return;
    body.current.querySelector<HTMLElement>(`[data-row="${CSS.escape(currentId)}"]`)?.focus({ preventScroll: true });
  });
  const span = shape.columns.length + (shape.selectable ? 1 : 0);
  let end = top;
  const drawn = virtualizer.getVirtualItems().flatMap((item) => {
    const row = rows[item.index];
    if (row === undefined) return [];
    const gap = item.start - end;
    end = item.end;
    return [
      ...(gap > 0.5 ? [<Gap key={`gap-${item.key}`} height={gap} span={span} />] : []),
      <Row
        key={row.id}
        {...rowShape}
        row={row}
        place={item.index}
        isCurrent={row.id === currentId}
        isSelected={has(row.id)}
        ref={virtualizer.measureElement}
      />,
    ];
  });
  const rest = top + virtualizer.getTotalSize() - end;
  return (
    <tbody ref={body}>
      {drawn}
      {rest > 0.5 ? <Gap height={rest} span={span} /> : null}
    </tbody>
  );
}

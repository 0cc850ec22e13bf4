"use client";
import { type ComponentProps, useEffect, useMemo, useState } from "react";
import type { DrawnRows } from "#components/catalog/draw-rows.ts";
import { entityHref } from "#components/catalog/entity-href.ts";
import { DataTable, type DataTableRow } from "#components/patterns/data-table/data-table.tsx";

type Props = Omit<ComponentProps<typeof DataTable>, "rows"> & {
  /** The first rows, as the server has drawn them. */
  first: DataTableRow[];
  /** What all rows hold. */
  drawn: DrawnRows;
};

/** A table of more rows than a window has: the server draws the first and sends what the others hold, which the browser draws. */
export function CatalogLongTable({ first, drawn, ...table }: Props) {
  const [draw, setDraw] = useState<((drawn: DrawnRows) => DataTableRow[]) | null>(null);
  useEffect(() => {
    import("#components/catalog/draw-rows.ts").then(
      ({ drawRows }) => setDraw(() => drawRows),
      (error: unknown) =>
        setDraw(() => {
          throw error;
        }),
    );
  }, []);
  const rows = useMemo(() => {
    const { org, rows: all } = drawn;
    const rest = { ...drawn, rows: all.slice(first.length) };
    if (draw !== null) return [...first, ...draw(rest)];
    // They stand there, and can be come to and selected, before they are drawn.
    const empty = rest.rows.map(
      (row): DataTableRow => ({
        id: `${row.blueprint}:${row.identifier}`,
        name: row.title,
        href: entityHref(org, row),
        cells: [],
      }),
    );
    return [...first, ...empty];
  }, [first, drawn, draw]);
  return <DataTable {...table} rows={rows} />;
}

import { cookies } from "next/headers";
import type { SortDirection } from "#components/patterns/data-table/build-table.ts";
import { readTableView, type TableView, viewCookie } from "#components/patterns/data-table/table-view.ts";
import { listHref } from "#components/patterns/list-href.ts";

type Order<Sort extends string> = { sort: Sort; direction: SortDirection };
type Places = { before: number; nextCursor: string | null; previousCursor: string | null; total: number };
type Parameters = Record<string, string | string[] | undefined>;

/** How the reader likes this table: what the address says, then what their browser remembers. */
export async function tableViewOf(table: string, parameters: Parameters, prefix?: string): Promise<TableView> {
  return readTableView(table, parameters, (await cookies()).get(viewCookie)?.value, prefix);
}

/** The same for a table whose rows are of several kinds, once it is known which: each kind's columns are remembered for themselves. */
export async function tableViewsOf(table: string, parameters: Parameters): Promise<(kind?: string) => TableView> {
  const cookie = (await cookies()).get(viewCookie)?.value;
  return (kind) => readTableView(table, parameters, cookie, "", kind);
}

/** What the address sorts by; the first of these when it names none that can be. */
export function tableSortOf<Sort extends string>(
  sorts: readonly [Sort, ...Sort[]],
  parameters: Parameters,
): Order<Sort> {
  return {
    sort: sorts.find((sort) => sort === parameters["sort"]) ?? sorts[0],
    direction: parameters["direction"] === "descending" ? "descending" : "ascending",
  };
}

/** One word of the address, when it is there and not empty. */
export function textOf(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The addresses of a list's other orders and other pages. `anchor` is where on the page the list stands. */
export function tableLinks<Sort extends string>(
  path: string,
  parameters: Parameters,
  { sort, direction }: Order<Sort>,
  { before, total, nextCursor, previousCursor }: Places,
  anchor = "",
) {
  const to = (changes: Parameters) => `${listHref(path, parameters, changes)}${anchor}`;
  const page = (cursor: string | null) => (cursor === null ? undefined : to({ cursor }));
  return {
    sort: {
      column: sort,
      direction,
      hrefFor: (column: string, way: SortDirection) => to({ sort: column, direction: way }),
    },
    paging: { before, total, previousHref: page(previousCursor), nextHref: page(nextCursor) },
  };
}

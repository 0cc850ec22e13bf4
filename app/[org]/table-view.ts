import { cookies } from "next/headers";
import { readTableView, type TableView, viewCookie } from "#components/patterns/data-table/table-view.ts";

type Parameters = Record<string, string | string[] | undefined>;

/** How the reader likes this table: what the address says, then what their browser remembers. */
export async function tableViewOf(table: string, parameters: Parameters): Promise<TableView> {
  return readTableView(table, parameters, (await cookies()).get(viewCookie)?.value);
}

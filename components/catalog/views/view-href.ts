import type { CatalogParameters } from "#components/catalog/catalog-search.ts";
import { listHref } from "#components/patterns/list-href.ts";
import type { SavedView } from "#lib/catalog/views/schema.ts";

/** In place of a view's id: the list as it is of itself, although its kind has a default view. */
export const noView = "none";

/** The address of a view: its whole state, so that the address alone says what is shown, and the name that it has. */
export function viewHref(org: string, view: Pick<SavedView, "id" | "state">): string {
  const { blueprint = "all", columns, rows, ...state } = view.state;
  const parameters: CatalogParameters = { view: view.id, blueprint, ...state };
  if (columns !== undefined) parameters["columns"] = columns.join(",");
  if (rows !== undefined) parameters["rows"] = String(rows);
  return listHref(`/${org}/catalog`, parameters, {});
}

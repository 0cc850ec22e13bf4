import type { CatalogParameters } from "#components/catalog/catalog-search.ts";
import { listHref } from "#components/patterns/list-href.ts";
import type { SavedView, ViewState } from "#lib/catalog/views/schema.ts";

export const repeated = ["owner", "lifecycle", "type", "tag"] as const;

/** In place of a view's id: the list as it is of itself, although its kind has a default view. */
export const noView = "none";

/** What an address of the catalog holds, as a view keeps it. What the list has of itself is left out. */
export function stateOf(parameters: CatalogParameters, blueprint: string | undefined): ViewState {
  const one = (name: string) => [parameters[name] ?? []].flat().find((value) => value !== "");
  const state: ViewState = {};
  if (blueprint !== undefined) state.blueprint = blueprint;
  for (const name of ["text", "query", "group"] as const) {
    const value = one(name);
    if (value !== undefined) state[name] = value;
  }
  for (const name of repeated) {
    const values = [parameters[name] ?? []].flat().filter((value) => value !== "");
    if (values.length > 0) state[name] = values;
  }
  const sort = one("sort") as ViewState["sort"];
  if (sort !== undefined && sort !== "title") state.sort = sort;
  if (one("direction") === "descending") state.direction = "descending";
  const columns = one("columns");
  if (columns !== undefined) state.columns = columns.split(",").filter((column) => column !== "");
  if (one("density") === "compact") state.density = "compact";
  const rows = Number(one("rows"));
  if (rows > 50) state.rows = rows;
  return state;
}

/** The address of a view: its whole state, so that the address alone says what is shown, and the name that it has. */
export function viewHref(org: string, view: Pick<SavedView, "id" | "state">): string {
  const { blueprint = "all", columns, rows, ...state } = view.state;
  const parameters: CatalogParameters = { view: view.id, blueprint, ...state };
  if (columns !== undefined) parameters["columns"] = columns.join(",");
  if (rows !== undefined) parameters["rows"] = String(rows);
  return listHref(`/${org}/catalog`, parameters, {});
}

import type { CatalogParameters } from "#components/catalog/catalog-search.ts";
import { readOrder } from "#components/catalog/list-order.ts";
import type { ViewState } from "#lib/catalog/views/schema.ts";

export const repeated = ["owner", "lifecycle", "type", "tag"] as const;

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
  const { sort, direction } = readOrder(parameters);
  if (sort !== readOrder({ ...parameters, sort: undefined, direction: undefined }).sort) state.sort = sort;
  if (direction === "descending") state.direction = "descending";
  const columns = one("columns");
  if (columns !== undefined) state.columns = columns.split(",").filter((column) => column !== "");
  if (one("density") === "compact") state.density = "compact";
  const rows = Number(one("rows"));
  if (rows > 50) state.rows = rows;
  return state;
}

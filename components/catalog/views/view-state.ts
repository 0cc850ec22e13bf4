import type { CatalogParameters } from "#components/catalog/catalog-search.ts";
import { listHref } from "#components/patterns/list-href.ts";
import type { SavedView, ViewState } from "#lib/catalog/views/schema.ts";

const repeated = ["owner", "lifecycle", "type", "tag"] as const;

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

/** Whether two states show the same list. */
export function isSameState(one: ViewState, other: ViewState): boolean {
  return canonical(one) === canonical(other);
}

function canonical(state: ViewState): string {
  const parts = Object.entries(state).map(([name, value]) =>
    (repeated as readonly string[]).includes(name) && Array.isArray(value) ? [name, [...value].sort()] : [name, value],
  );
  return JSON.stringify(parts.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)));
}

/** The address of a view: its whole state, so that the address alone says what is shown, and the name that it has. */
export function viewHref(org: string, view: Pick<SavedView, "id" | "state">): string {
  const { blueprint = "all", columns, rows, ...state } = view.state;
  const parameters: CatalogParameters = { view: view.id, blueprint, ...state };
  if (columns !== undefined) parameters["columns"] = columns.join(",");
  if (rows !== undefined) parameters["rows"] = String(rows);
  return listHref(`/${org}/catalog`, parameters, {});
}

/** The view that a kind opens with: one's own before the team's before everybody's. */
export function defaultView(views: SavedView[], blueprint: string | undefined): SavedView | undefined {
  return views.find((view) => view.isDefault && view.blueprint === (blueprint ?? null));
}

/**
 * Where an address that asks for nothing but a kind, or only names a view, leads to: the view with its whole state; undefined when the
 * address is complete as it is.
 */
export function completeHref(
  org: string,
  parameters: CatalogParameters,
  views: SavedView[],
  blueprint: string | undefined,
): string | undefined {
  const asked = Object.keys(parameters).filter((name) => parameters[name] !== undefined);
  if (asked.some((name) => name !== "view" && name !== "blueprint")) return undefined;
  const id = [parameters["view"] ?? []].flat()[0];
  if (id === undefined) {
    const found = defaultView(views, blueprint);
    return found === undefined ? undefined : viewHref(org, found);
  }
  const view = views.find((candidate) => candidate.id === id);
  if (view === undefined || isSameState(stateOf(parameters, blueprint), view.state)) return undefined;
  // A view of nothing but a kind whose kind was left out of the address, or a view that has more than a kind.
  return asked.includes("blueprint") ? undefined : viewHref(org, view);
}

import type { CatalogParameters } from "#components/catalog/catalog-search.ts";
import { viewHref } from "#components/catalog/views/view-href.ts";
import { repeated, stateOf } from "#components/catalog/views/view-state.ts";
import { foldFilter, type QuickFilter, unfoldFilter } from "#lib/catalog/entities/lists/fold-filter.ts";
import { formatQuery } from "#lib/catalog/query/text/format.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";
import type { SavedView, ViewState } from "#lib/catalog/views/schema.ts";

/** Whether two states show the same list, however their filters are written: as boxes, as one query, or as both. */
export function isSameState(one: ViewState, other: ViewState): boolean {
  return canonical(one) === canonical(other);
}

function canonical(state: ViewState): string {
  const { text, query, owner = [], lifecycle = [], type = [], tag = [], ...rest } = state;
  const filter = canonicalFilter({ text, query, owner, lifecycle, type, tag });
  const parts = Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([parts, filter]);
}

function canonicalFilter(filter: QuickFilter): string {
  const unfolded = unfoldFilter(filter);
  const sorted = Object.fromEntries(repeated.map((name) => [name, [...unfolded[name]].sort()]));
  const folded = foldFilter({ ...unfolded, ...sorted });
  // What cannot be read is the same only when it is written the same.
  if (folded === undefined) return JSON.stringify([unfolded.text ?? "", unfolded.query ?? "", sorted]);
  const read = parseQuery(folded);
  return read.ok ? formatQuery(read.query) : folded;
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

import { askedMembers } from "#components/catalog/columns/member-ids.ts";
import { readOrder } from "#components/catalog/list-order.ts";
import { type ListParameters, listHref } from "#components/patterns/list-href.ts";
import { foldFilter, unfoldFilter } from "#lib/catalog/entities/lists/fold-filter.ts";
import type { EntityPage } from "#lib/catalog/entities/lists/list-entities.ts";
import type { ListOrder } from "#lib/catalog/entities/schema.ts";
import { GroupBy } from "#lib/catalog/groups/schema.ts";

export type CatalogParameters = ListParameters;

/** What the address of the catalog asks for. A value that means nothing is left out instead of refused. */
export type CatalogSearch = {
  blueprint: string | undefined;
  text: string | undefined;
  query: string | undefined;
  owner: string[];
  lifecycle: string[];
  type: string[];
  tag: string[];
  /** By best match where there are words and no column was chosen. */
  sort: ListOrder;
  direction: "ascending" | "descending";
  cursor: string | undefined;
  /** The id of the saved view that the address has the name of. */
  view: string | undefined;
  /** What the rows are grouped by: a field or `properties.<name>`. */
  group: string | undefined;
  /** The groups that were opened; undefined opens the first. */
  open: string[] | undefined;
  /** How many groups stand before the first of the page. */
  groupsBefore: number;
};

/** Reads the address. `firstBlueprint` is the kind that is shown when none is named; `all` means every kind. */
export function readCatalogSearch(parameters: CatalogParameters, firstBlueprint: string | undefined): CatalogSearch {
  const all = (name: string) => [parameters[name] ?? []].flat().filter((value) => value !== "");
  const one = (name: string) => all(name)[0];
  const blueprint = one("blueprint") ?? firstBlueprint;
  return {
    // No kind has a longer identifier; what is cut is not there either, and is said to be missing.
    blueprint: blueprint === "all" ? undefined : blueprint?.slice(0, 63),
    text: one("text")?.slice(0, 300),
    query: one("query"),
    owner: all("owner").slice(0, 50),
    lifecycle: all("lifecycle").slice(0, 50),
    type: all("type").slice(0, 50),
    tag: all("tag").slice(0, 50),
    ...readOrder(parameters),
    cursor: one("cursor"),
    view: one("view"),
    group: GroupBy.safeParse(one("group")).data,
    open: parameters["open"] === undefined ? undefined : all("open").slice(0, 20),
    groupsBefore: /^\d{1,5}$/.test(one("groups") ?? "") ? Number(one("groups")) : 0,
  };
}

export type BarMode = "filters" | "query" | "builder";
const withoutQuick = { owner: undefined, lifecycle: undefined, type: undefined, tag: undefined, text: undefined };

function wantedMode(parameters: CatalogParameters): BarMode | undefined {
  const [mode] = [parameters["mode"] ?? []].flat();
  return mode === "query" || mode === "builder" || mode === "filters" ? mode : undefined;
}

function hasQuick({ owner, lifecycle, type, tag, text }: CatalogSearch): boolean {
  return (text ?? "") !== "" || [owner, lifecycle, type, tag].some((values) => values.length > 0);
}

/** How the filter is shown: as boxes and words, as text, or drawn. Without a wish a query alone is shown as text. */
export function barMode(search: CatalogSearch, parameters: CatalogParameters): BarMode {
  const isQuery = (search.query ?? "") !== "" && !hasQuick(search);
  return wantedMode(parameters) ?? (isQuery ? "query" : "filters");
}

/** The address with the whole filter as one query. */
export function modeHref(
  org: string,
  parameters: CatalogParameters,
  search: CatalogSearch,
  mode: "query" | "builder",
): string {
  const folded = hasQuick(search) ? foldFilter(search) : search.query;
  const isFolded = folded !== undefined || !hasQuick(search);
  return catalogHref(org, parameters, isFolded ? { ...withoutQuick, query: folded, mode } : { mode });
}

/**
 * Where an address leads to whose filter is not written as its mode shows it: as text everything stands in the query, as boxes whatever they
 * can say. Undefined when it is.
 */
export function settledHref(org: string, parameters: CatalogParameters, search: CatalogSearch): string | undefined {
  const mode = wantedMode(parameters);
  if (mode === "query" || mode === "builder") {
    const isFolded = hasQuick(search) && foldFilter(search) !== undefined;
    return isFolded ? modeHref(org, parameters, search, mode) : undefined;
  }
  if (mode !== "filters") return undefined;
  const { owner, lifecycle, type, tag, text, query } = unfoldFilter(search);
  if (query === search.query && query !== undefined) return undefined;
  return catalogHref(org, parameters, { owner, lifecycle, type, tag, text, query, mode: query && mode });
}

/** The search with its boxes, however the address writes it. */
export function unfoldSearch(search: CatalogSearch): CatalogSearch {
  return { ...search, ...unfoldFilter(search) };
}

/** What the boxes have, as an address has it, for a filter that is shown as text; undefined when the address has it itself. */
export function choicesOf(parameters: CatalogParameters, search: CatalogSearch): Record<string, string[]> | undefined {
  if (barMode(search, parameters) === "filters") return undefined;
  const { owner, lifecycle, type, tag, text, query } = unfoldFilter(search);
  const one = (value: string | undefined) => (value === undefined ? [] : [value]);
  return { owner, lifecycle, type, tag, text: one(text), query: one(query), mode: [barMode(search, parameters)] };
}

/** The order of an address, as a file of what was selected in its list is asked for. */
export function exportOrder(search: CatalogSearch) {
  const { sort, direction, text } = unfoldSearch(search);
  return sort === "best" ? { sort, direction, text } : { sort, direction };
}

/** The filter and the order of an address, as a file of the same list is asked for. */
export function exportAsk(search: CatalogSearch): CatalogParameters {
  const { blueprint, text, query, owner, lifecycle, type, tag, sort, direction } = unfoldSearch(search);
  return { blueprint, text, query, owner, lifecycle, type, tag, sort, direction };
}

/** The columns of a kind's own that an address and what is remembered ask for. A list of every kind has none. */
function membersOf({ blueprint }: CatalogSearch, columns: string[] | null) {
  return askedMembers(blueprint === undefined ? [] : (columns ?? []));
}

/** The columns that the address itself asks for. */
export function askedColumns(parameters: CatalogParameters): string[] {
  const [columns = ""] = [parameters["columns"] ?? []].flat();
  return columns.split(",").filter((column) => column !== "");
}

/** The input of `entity.list` for an address. Of a grouped list only the counts are taken from it. */
export function listInput(search: CatalogSearch, limit: number, columns: string[] | null = null) {
  const { view: _view, open: _open, groupsBefore: _before, group, cursor, ...filter } = search;
  return group === undefined ? { ...filter, ...membersOf(search, columns), cursor, limit } : { ...filter, limit: 1 };
}

/** The input of `view.check` for an address: what of it may have gone. */
export function checkInput({ blueprint, query, group, ...facets }: CatalogSearch, parameters: CatalogParameters) {
  const { owner, lifecycle, type, tag } = facets;
  const cut = (values: string[]) => values.map((value) => value.slice(0, 300));
  return {
    blueprint,
    query: query?.slice(0, 64 * 1024),
    group,
    columns: askedColumns(parameters)
      .slice(0, 40)
      .map((column) => column.slice(0, 220)),
    owner: cut(owner),
    lifecycle: cut(lifecycle),
    type: cut(type),
    tag: cut(tag),
  };
}

/** The input of `entity.list-groups` for an address that groups. */
export function groupsInput(search: CatalogSearch, by: string, columns: string[] | null = null) {
  const { view: _view, group: _group, cursor: _cursor, open, groupsBefore, ...filter } = search;
  return {
    ...filter,
    ...membersOf(search, columns),
    by,
    offset: groupsBefore,
    ...(open === undefined ? {} : { open }),
  };
}

/** What is asked for once the page is there, when it stopped counting: the exact figures of its filter. */
export function exactAsk(org: string, search: CatalogSearch, list: EntityPage | null) {
  if (list === null || (list.isTotalExact && list.inexactFacets.length === 0)) return null;
  const { blueprint, text, query, owner, lifecycle, type, tag } = search;
  return { org, path: "/entities/count" as const, parameters: { blueprint, text, query, owner, lifecycle, type, tag } };
}

/** The address of the catalog with some parameters changed; `undefined` takes one out. */
export function catalogHref(org: string, parameters: CatalogParameters, changes: CatalogParameters): string {
  // Another filter has other groups: which were open, and the page of groups, belong to the ones that were there.
  const groups = "open" in changes || "groups" in changes ? {} : { open: undefined, groups: undefined };
  return listHref(`/${org}/catalog`, parameters, { ...groups, ...changes });
}

/** Whether the address narrows the list at all, beside choosing a kind. */
export function isNarrowed(search: CatalogSearch): boolean {
  const { owner, lifecycle, type, tag, text, query } = search;
  return (
    [owner, lifecycle, type, tag].some((values) => values.length > 0) || (text ?? "") !== "" || (query ?? "") !== ""
  );
}

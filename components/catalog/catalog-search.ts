import { type ListParameters, listHref } from "#components/patterns/list-href.ts";

export type CatalogParameters = ListParameters;

const sortFields = ["title", "owner", "lifecycle", "type", "updatedAt"] as const;
type SortField = (typeof sortFields)[number];

/** What the address of the catalog asks for. A value that means nothing is left out instead of refused. */
export type CatalogSearch = {
  blueprint: string | undefined;
  text: string | undefined;
  query: string | undefined;
  owner: string[];
  lifecycle: string[];
  type: string[];
  tag: string[];
  sort: SortField;
  direction: "ascending" | "descending";
  cursor: string | undefined;
  /** The id of the saved view that the address has the name of. */
  view: string | undefined;
  isGrouped: boolean;
};

const groupedLimit = 100;

/** Reads the address. `firstBlueprint` is the kind that is shown when none is named; `all` means every kind. */
export function readCatalogSearch(parameters: CatalogParameters, firstBlueprint: string | undefined): CatalogSearch {
  const all = (name: string) => [parameters[name] ?? []].flat().filter((value) => value !== "");
  const one = (name: string) => all(name)[0];
  const blueprint = one("blueprint") ?? firstBlueprint;
  return {
    blueprint: blueprint === "all" ? undefined : blueprint,
    text: one("text")?.slice(0, 300),
    query: one("query"),
    owner: all("owner").slice(0, 50),
    lifecycle: all("lifecycle").slice(0, 50),
    type: all("type").slice(0, 50),
    tag: all("tag").slice(0, 50),
    sort: sortFields.find((field) => field === one("sort")) ?? "title",
    direction: one("direction") === "descending" ? "descending" : "ascending",
    cursor: one("cursor"),
    view: one("view"),
    isGrouped: one("group") === "owner",
  };
}

/** The input of `entity.list` for an address. Groups must stand together, so grouping sorts by owner. */
export function listInput({ isGrouped, view: _, ...search }: CatalogSearch, limit: number) {
  return isGrouped
    ? { ...search, sort: "owner" as const, direction: "ascending" as const, limit: groupedLimit }
    : { ...search, limit };
}

/** The address of the catalog with some parameters changed; `undefined` takes one out. */
export function catalogHref(org: string, parameters: CatalogParameters, changes: CatalogParameters): string {
  return listHref(`/${org}/catalog`, parameters, changes);
}

/** Whether the address narrows the list at all, beside choosing a kind. */
export function isNarrowed(search: CatalogSearch): boolean {
  const { owner, lifecycle, type, tag, text, query } = search;
  return (
    [owner, lifecycle, type, tag].some((values) => values.length > 0) || (text ?? "") !== "" || (query ?? "") !== ""
  );
}

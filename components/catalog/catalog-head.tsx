import type { ReactNode } from "react";
import { type CatalogParameters, type CatalogSearch, catalogHref } from "#components/catalog/catalog-search.ts";
import { GroupMenu } from "#components/catalog/group-menu.tsx";
import { FilterBar } from "#components/patterns/filter-bar/filter-bar.tsx";
import type { FilterField } from "#components/patterns/filter-bar/filter-shape.ts";
import { QueryBar } from "#components/patterns/query-bar.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { numberText } from "#components/words/format.ts";
import type { BlueprintCount } from "#lib/catalog/blueprints/list-blueprints.ts";
import type { EntityPage } from "#lib/catalog/entities/list-entities.ts";

const fields = [
  "title",
  "type",
  "lifecycle",
  "owner",
  "tags",
  "text",
  "description",
  "identifier",
  "properties.",
  "labels.",
  "annotations.",
  "links",
  "createdAt",
  "updatedAt",
  "count(dependsOn)",
  "count(incoming dependsOn)",
  "resolved(ownedBy)",
  "age(updatedAt)",
];

type Props = {
  org: string;
  kinds: BlueprintCount[];
  search: CatalogSearch;
  parameters: CatalogParameters;
  list: EntityPage | null;
  problem: string | null;
  views: ReactNode;
  viewMenu: ReactNode;
  actions: ReactNode;
};

// A filter of one kind means nothing for the next; what was searched for does.
const ofOneKind = {
  view: undefined,
  owner: undefined,
  lifecycle: undefined,
  type: undefined,
  tag: undefined,
};

/** Kinds with their counts, the query, and how the rows are arranged. */
export function CatalogHead({ org, kinds, search, parameters, list, problem, views, viewMenu, actions }: Props) {
  const all = kinds.reduce((sum, kind) => sum + kind.entityCount, 0);
  const total =
    kinds.find((kind) => kind.identifier === search.blueprint)?.entityCount ??
    (search.blueprint === undefined ? all : 0);
  const isQuery = search.query !== undefined || parameters["mode"] === "query" || problem !== null;
  const switcher = (
    <Segmented
      label="How to narrow the list"
      value={isQuery ? "query" : "filters"}
      items={[
        {
          value: "filters",
          label: "Filters",
          href: catalogHref(org, parameters, { mode: undefined, query: undefined }),
        },
        { value: "query", label: "Query", href: catalogHref(org, parameters, { mode: "query" }) },
      ]}
    />
  );
  // A property of one kind groups no other.
  const group = search.group?.startsWith("properties.") ? undefined : search.group;
  const hrefOf = (blueprint: string) => catalogHref(org, parameters, { ...ofOneKind, blueprint, group });
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 px-6 pt-5 pb-4 phone:p-4">
        <h1 className="text-20 leading-[26px] font-600 tracking-tight">Catalog</h1>
        <Segmented
          label="Kinds"
          value={search.blueprint ?? "all"}
          items={[
            ...kinds.map((kind) => ({
              value: kind.identifier,
              label: kind.pluralTitle,
              count: numberText(kind.entityCount),
              href: hrefOf(kind.identifier),
            })),
            { value: "all", label: "All", count: numberText(all), href: hrefOf("all") },
          ]}
        />
        <div className="ml-auto flex gap-2 phone:ml-0">{actions}</div>
      </div>
      {views}
      <div className="flex flex-wrap items-start gap-2 px-6 pb-4 phone:px-4">
        {isQuery ? (
          <QueryBar
            className="min-w-[280px] flex-1 phone:basis-full"
            value={search.query ?? ""}
            fields={fields}
            placeholder={'A condition, as lifecycle = "production" and count(dependsOn) > 3'}
            matches={list === null ? undefined : { count: list.total, isExact: list.isTotalExact, total }}
            error={problem ?? undefined}
            switcher={switcher}
          />
        ) : (
          <FilterBar
            className="min-w-[280px] flex-1 phone:basis-full"
            fields={list === null ? [] : catalogFields(list)}
            label="Search the catalog"
            placeholder="Words in name or text, or owner:name"
            matches={list === null ? undefined : { count: list.total, isExact: list.isTotalExact, total }}
            switcher={switcher}
          />
        )}
        <GroupMenu org={org} blueprint={search.blueprint} group={search.group} />
        {viewMenu}
      </div>
    </>
  );
}

const facetLabels = { owner: "Owner", lifecycle: "Lifecycle", type: "Type", tag: "Tag" } as const;

function catalogFields(list: EntityPage): FilterField[] {
  return (["owner", "lifecycle", "type", "tag"] as const)
    .filter((param) => list.facets[param].length > 0)
    .map((param) => ({
      id: param,
      label: facetLabels[param],
      kind: "choice",
      several: true,
      options: list.facets[param],
      operators: [{ label: "is", param }],
    }));
}

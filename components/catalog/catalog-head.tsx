import type { ReactNode } from "react";
import {
  barMode,
  type CatalogParameters,
  type CatalogSearch,
  catalogHref,
  modeHref,
} from "#components/catalog/catalog-search.ts";
import { GroupMenu } from "#components/catalog/group-menu.tsx";
import type { PropertyTitles } from "#components/catalog/group-words.ts";
import { KindPicker } from "#components/catalog/kind-picker.tsx";
import { QueryBarLater } from "#components/catalog/query/query-bar-later.tsx";
import type { QueryMistake } from "#components/catalog/query/query-editor.tsx";
import { FilterBar } from "#components/patterns/filter-bar/filter-bar.tsx";
import type { FilterField } from "#components/patterns/filter-bar/filter-shape.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import * as words from "#components/words/catalog/catalog-head.ts";
import type { BlueprintCount } from "#lib/catalog/blueprints/list-blueprints.ts";
import type { EntityPage } from "#lib/catalog/entities/lists/list-entities.ts";

type Props = {
  org: string;
  kinds: BlueprintCount[];
  search: CatalogSearch;
  parameters: CatalogParameters;
  list: EntityPage | null;
  /** The kind of the address is no longer there. */
  isKindGone: boolean;
  mistake: QueryMistake | undefined;
  views: ReactNode;
  viewMenu: ReactNode;
  actions: ReactNode;
  /** What the properties of the kind are called. */
  titles: PropertyTitles;
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
export function CatalogHead({
  org,
  kinds,
  search,
  parameters,
  list,
  isKindGone,
  mistake,
  views,
  viewMenu,
  actions,
  titles,
}: Props) {
  const all = kinds.reduce((sum, kind) => sum + kind.entityCount, 0);
  const total =
    kinds.find((kind) => kind.identifier === search.blueprint)?.entityCount ??
    (search.blueprint === undefined ? all : 0);
  const wanted = barMode(search, parameters);
  // What is wrong is said where it can be mended.
  const mode = mistake !== undefined && wanted === "filters" ? "query" : wanted;
  const matches = list === null ? null : { count: list.total, isExact: list.isTotalExact, total };
  const switcher = (
    <Segmented
      label={words.howToNarrow}
      value="filters"
      items={[
        { value: "filters", label: words.filters, href: catalogHref(org, parameters, {}) },
        { value: "query", label: words.query, href: modeHref(org, parameters, search, "query") },
        { value: "builder", label: words.builder, href: modeHref(org, parameters, search, "builder") },
      ]}
    />
  );
  // A property of one kind groups no other, and each kind has columns of its own.
  const group = search.group?.startsWith("properties.") ? undefined : search.group;
  // A view whose kind is gone is mended by choosing another one: nothing else of it is lost.
  const hrefOf = (blueprint: string) =>
    catalogHref(org, parameters, isKindGone ? { blueprint } : { ...ofOneKind, blueprint, group, columns: undefined });
  return (
    <>
      <div className="flex items-center gap-x-6 gap-y-3 px-6 pt-5 pb-4 phone:flex-wrap phone:p-4">
        <h1 className="text-20 leading-[26px] font-600 tracking-tight">{words.catalog}</h1>
        <KindPicker
          value={search.blueprint ?? "all"}
          kinds={kinds.map((kind) => ({
            value: kind.identifier,
            label: kind.pluralTitle,
            count: kind.entityCount,
            href: hrefOf(kind.identifier),
          }))}
          all={{ count: all, href: hrefOf("all") }}
        />
        <div className="ml-auto flex flex-none gap-2 phone:ml-0">{actions}</div>
      </div>
      {views}
      <div className="flex flex-wrap items-start gap-2 px-6 pb-4 phone:px-4">
        {mode !== "filters" ? (
          <QueryBarLater
            // Another kind has other properties.
            key={search.blueprint ?? "all"}
            className="min-w-[280px] flex-1 phone:basis-full"
            org={org}
            blueprint={search.blueprint}
            value={search.query ?? ""}
            isBuilderOpen={mode === "builder"}
            matches={matches}
            mistake={mistake}
          />
        ) : (
          <FilterBar
            className="min-w-[280px] flex-1 phone:basis-full"
            fields={list === null ? [queryField] : [...catalogFields(list), queryField]}
            label={words.search}
            placeholder={words.searchExample}
            matches={matches ?? undefined}
            switcher={switcher}
          />
        )}
        <GroupMenu org={org} blueprint={search.blueprint} group={search.group} titles={titles} />
        {viewMenu}
      </div>
    </>
  );
}

/** What boxes cannot say stays in the bar as a piece of text. */
const queryField: FilterField = {
  id: "query",
  label: words.query,
  kind: "text",
  operators: [{ label: words.holds, param: "query" }],
};

function catalogFields(list: EntityPage): FilterField[] {
  return (["owner", "lifecycle", "type", "tag"] as const)
    .filter((param) => list.facets[param].length > 0)
    .map((param) => ({
      id: param,
      label: words.facets[param],
      kind: "choice",
      several: true,
      options: list.facets[param],
      operators: [{ label: words.is, param }],
    }));
}

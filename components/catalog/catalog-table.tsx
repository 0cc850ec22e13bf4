import type { ReactNode } from "react";
import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import { type CatalogParameters, type CatalogSearch, catalogHref } from "#components/catalog/catalog-search.ts";
import { entityHref } from "#components/catalog/entity-href.ts";
import { groupWords } from "#components/catalog/group-words.ts";
import { LifecyclePill } from "#components/catalog/lifecycle-pill.tsx";
import { OwnerName } from "#components/catalog/owner-name.tsx";
import { buildTable, type ColumnDefinition } from "#components/patterns/data-table/build-table.ts";
import { DataTable, type DataTableGroup, type DataTableRow } from "#components/patterns/data-table/data-table.tsx";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { EntityName } from "#components/patterns/entity-name.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Paving } from "#components/ui/paving.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { TeamBadge } from "#components/ui/team-badge.tsx";
import * as words from "#components/words/catalog/catalog-table.tsx";
import { countText } from "#components/words/format.ts";
import type { EntitySummary } from "#lib/catalog/entities/entity-views.ts";
import type { EntityPage } from "#lib/catalog/entities/list-entities.ts";
import type { EntityGroups } from "#lib/catalog/entities/list-groups.ts";
import { queryOfGroup } from "#lib/catalog/groups/schema.ts";
import { formatQuery } from "#lib/catalog/query/format.ts";

/** The level of an entity in the scorecard that the table shows. */
export type RowLevel = { rank: number; name: string };

export type CatalogTableProps = {
  org: string;
  noun: string;
  list: EntityPage;
  /** The rows in groups, when that is asked for. */
  groups: EntityGroups | null;
  levels: Map<string, RowLevel>;
  levelTitle: string | null;
  search: CatalogSearch;
  parameters: CatalogParameters;
  view: TableView;
  freshness: ReactNode;
  empty: ReactNode;
};

const shownTags = 2;
const groupsPerPage = 50;

/** The rows of the catalog, edge to edge, by team where that is asked for. */
export function CatalogTable(props: CatalogTableProps) {
  const { org, noun, list, groups, search, parameters, view, freshness, empty } = props;
  const hrefFor = (sort: string, direction: string) =>
    catalogHref(org, parameters, { sort, direction, open: parameters["open"], groups: parameters["groups"] });
  const items = groups === null ? list.items : groups.groups.flatMap((group) => group.items ?? []);
  const { columns, rows } = buildTable({
    columns: catalogColumns(props),
    view,
    rows: items,
    rowId: (row) => row.id,
    rowName: (row) => row.title,
    rowHref: (row) => entityHref(org, row),
    sort: { column: search.sort, direction: search.direction, hrefFor },
  });
  if (groups !== null) {
    const shown = groups.groups.length;
    const toGroups = (before: number) =>
      catalogHref(org, parameters, { groups: before === 0 ? undefined : String(before), open: undefined });
    return (
      <DataTable
        label={noun}
        columns={columns}
        groups={groupsOf(props, groups, rows)}
        empty={list.total === 0 ? empty : undefined}
        foot={{ hints: true, freshness: <GroupCount groups={groups} freshness={freshness} /> }}
        density={view.density}
        paging={{
          previousHref: groups.before > 0 ? toGroups(Math.max(0, groups.before - groupsPerPage)) : undefined,
          nextHref: groups.before + shown < groups.total ? toGroups(groups.before + shown) : undefined,
          previousLabel: words.groupsBefore,
          nextLabel: words.moreGroups,
        }}
      />
    );
  }
  const to = (cursor: string | null) => (cursor === null ? undefined : catalogHref(org, parameters, { cursor }));
  return (
    <DataTable
      label={noun}
      columns={columns}
      rows={rows}
      empty={empty}
      foot={{ hints: true, freshness }}
      density={view.density}
      paging={{
        before: list.before,
        total: list.total,
        isTotalExact: list.isTotalExact,
        previousHref: to(list.previousCursor),
        nextHref: to(list.nextCursor),
      }}
    />
  );
}

function GroupCount({ groups, freshness }: { groups: EntityGroups; freshness: ReactNode }) {
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      <span className="tabular-nums">{countText(groups.total, words.group)}</span>
      <span>{freshness}</span>
    </span>
  );
}

/** The columns in their order; those that say more are there for who asks. */
export function catalogColumns({
  org,
  levels,
  levelTitle,
  search,
}: Pick<CatalogTableProps, "org" | "levels" | "levelTitle" | "search">): ColumnDefinition<EntitySummary>[] {
  const none = <span className="text-text-3">–</span>;
  return [
    {
      id: "title",
      header: words.name,
      sortable: true,
      cell: (row) => (
        <EntityName name={row.title} href={entityHref(org, row)} icon={<KindIcon blueprint={row.blueprint} />} />
      ),
    },
    ...(search.group === "owner"
      ? []
      : [
          {
            id: "owner",
            header: words.owner,
            sortable: true,
            phone: false,
            cell: (row: EntitySummary) => ownerCell(org, row),
          },
        ]),
    ...(levelTitle === null
      ? []
      : [{ id: "level", header: levelTitle, cell: (row: EntitySummary) => levelCell(levels.get(row.id)) ?? none }]),
    {
      id: "lifecycle",
      header: words.lifecycle,
      sortable: true,
      phone: false,
      cell: (row) => (row.lifecycle === null ? none : <LifecyclePill lifecycle={row.lifecycle} />),
    },
    { id: "type", header: words.type, sortable: true, isExtra: true, phone: false, cell: (row) => row.type ?? none },
    { id: "tags", header: words.tags, phone: false, cell: (row) => <Tags tags={row.tags} /> },
    {
      id: "description",
      header: words.description,
      isExtra: true,
      wrap: true,
      phone: false,
      cell: (row) => <span className="line-clamp-2 text-text-2">{row.description ?? ""}</span>,
    },
    {
      id: "identifier",
      header: words.identifier,
      isExtra: true,
      phone: false,
      cell: (row) => <span className="mono text-12 text-text-2">{row.identifier}</span>,
    },
    {
      id: "updatedAt",
      header: words.changed,
      sortable: true,
      startsDescending: true,
      align: "end",
      phone: false,
      cell: (row) => <RelativeTime at={row.updatedAt} className="text-text-2" />,
    },
  ];
}

function ownerCell(org: string, row: EntitySummary): ReactNode {
  // People and teams are not owned; an empty cell is right there, a warning is not.
  if (row.owner === null && ["group", "user", "location", "domain"].includes(row.blueprint))
    return <span className="text-text-3">–</span>;
  return <OwnerName org={org} owner={row.owner} />;
}

function levelCell(level: RowLevel | undefined): ReactNode {
  return level === undefined ? null : <Milestone level={level.rank} name={level.name} />;
}

function Tags({ tags }: { tags: string[] }) {
  return (
    <span className="flex items-center gap-1">
      {tags.slice(0, shownTags).map((tag) => (
        <Pill key={tag}>{tag}</Pill>
      ))}
      {tags.length > shownTags ? (
        <span className="text-11 text-text-3" title={tags.slice(shownTags).join(", ")}>
          {words.tagsMore(tags.length - shownTags)}
        </span>
      ) : null}
    </span>
  );
}

function groupsOf(
  { org, levels, levelTitle, search, parameters }: CatalogTableProps,
  { groups }: EntityGroups,
  rows: DataTableRow[],
): DataTableGroup[] {
  const by = search.group ?? "";
  const opened = groups.filter((group) => group.items !== null).map((group) => group.id);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return groups.map(({ id, label, count, items }) => {
    const isPaved = levelTitle !== null && items !== null && items.length === count;
    return {
      id,
      label: groupName(by, label),
      count,
      paving: isPaved ? <GroupPaving title={levelTitle} entities={items} levels={levels} /> : undefined,
      rows: (items ?? []).flatMap((item) => rowOf.get(item.id) ?? []),
      openHref:
        items === null
          ? catalogHref(org, parameters, { open: [...opened.slice(-19), id], groups: parameters["groups"] })
          : undefined,
      restHref: items !== null && items.length < count ? groupHref(org, parameters, by, id) : undefined,
    };
  });
}

function groupName(by: string, label: string | null): ReactNode {
  if (label === null) return by === "owner" ? words.noOwner : words.noValueOf(groupWords(by).toLowerCase());
  return by === "owner" ? <TeamBadge name={label} withName /> : label;
}

/** The list of one group alone, under the filter that is on. */
function groupHref(org: string, parameters: CatalogParameters, by: string, id: string): string | undefined {
  const alone = { group: undefined, view: undefined };
  if (by === "owner" || (id !== "none" && (by === "lifecycle" || by === "type" || by === "blueprint")))
    return catalogHref(org, parameters, { ...alone, [by]: id === '"none"' ? "none" : id });
  const query = queryOfGroup(by, id);
  if (query === undefined) return undefined;
  const given = [parameters["query"] ?? []].flat()[0];
  const text = formatQuery(query);
  return catalogHref(org, parameters, {
    ...alone,
    query: given === undefined ? text : `(${given}) and ${text}`,
  });
}

function GroupPaving({
  title,
  entities,
  levels,
}: {
  title: string;
  entities: EntitySummary[];
  levels: Map<string, RowLevel>;
}) {
  const blocks = entities.flatMap((entity) => {
    const level = levels.get(entity.id);
    return level === undefined
      ? []
      : [{ state: "level" as const, level: level.rank, title: `${entity.title}: ${level.name}` }];
  });
  return blocks.length === 0 ? null : <Paving label={words.oneBlockForEach(title)} blocks={blocks} size="sm" />;
}

import type { ReactNode } from "react";
import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import { type CatalogParameters, type CatalogSearch, catalogHref } from "#components/catalog/catalog-search.ts";
import { entityHref } from "#components/catalog/entity-href.ts";
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
import type { EntitySummary } from "#lib/catalog/entities/entity-views.ts";
import type { EntityPage } from "#lib/catalog/entities/list-entities.ts";

/** The level of an entity in the scorecard that the table shows. */
export type RowLevel = { rank: number; name: string };

export type CatalogTableProps = {
  org: string;
  noun: string;
  list: EntityPage;
  levels: Map<string, RowLevel>;
  levelTitle: string | null;
  search: CatalogSearch;
  parameters: CatalogParameters;
  view: TableView;
  freshness: ReactNode;
  empty: ReactNode;
};

const shownTags = 2;

/** The rows of the catalog, edge to edge, by team where that is asked for. */
export function CatalogTable(props: CatalogTableProps) {
  const { org, noun, list, search, parameters, view, freshness, empty } = props;
  const hrefFor = (sort: string, direction: string) =>
    catalogHref(org, parameters, { sort, direction, group: undefined });
  const { columns, rows } = buildTable({
    columns: catalogColumns(props),
    view,
    rows: list.items,
    rowId: (row) => row.id,
    rowName: (row) => row.title,
    rowHref: (row) => entityHref(org, row),
    ...(search.isGrouped ? {} : { sort: { column: search.sort, direction: search.direction, hrefFor } }),
  });
  const to = (cursor: string | null) => (cursor === null ? undefined : catalogHref(org, parameters, { cursor }));
  const shown = search.isGrouped ? { groups: groupsOf(props, rows) } : { rows };
  return (
    <DataTable
      label={noun}
      columns={columns}
      {...shown}
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
      header: "Name",
      sortable: true,
      cell: (row) => (
        <EntityName name={row.title} href={entityHref(org, row)} icon={<KindIcon blueprint={row.blueprint} />} />
      ),
    },
    ...(search.isGrouped
      ? []
      : [
          {
            id: "owner",
            header: "Owner",
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
      header: "Lifecycle",
      sortable: true,
      phone: false,
      cell: (row) => (row.lifecycle === null ? none : <LifecyclePill lifecycle={row.lifecycle} />),
    },
    { id: "type", header: "Type", sortable: true, isExtra: true, phone: false, cell: (row) => row.type ?? none },
    { id: "tags", header: "Tags", phone: false, cell: (row) => <Tags tags={row.tags} /> },
    {
      id: "description",
      header: "Description",
      isExtra: true,
      wrap: true,
      phone: false,
      cell: (row) => <span className="line-clamp-2 text-text-2">{row.description ?? ""}</span>,
    },
    {
      id: "identifier",
      header: "Identifier",
      isExtra: true,
      phone: false,
      cell: (row) => <span className="mono text-12 text-text-2">{row.identifier}</span>,
    },
    {
      id: "updatedAt",
      header: "Changed",
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
          {tags.length - shownTags} more
        </span>
      ) : null}
    </span>
  );
}

function groupsOf({ list, levels, levelTitle }: CatalogTableProps, rows: DataTableRow[]): DataTableGroup[] {
  const groups = new Map<string, { owner: EntitySummary["owner"]; entities: EntitySummary[]; rows: DataTableRow[] }>();
  for (const [index, entity] of list.items.entries()) {
    const ref = entity.owner === null ? "none" : `${entity.owner.blueprint}:${entity.owner.identifier}`;
    const group = groups.get(ref) ?? { owner: entity.owner, entities: [], rows: [] };
    groups.set(ref, group);
    const row = rows[index];
    group.entities.push(entity);
    if (row !== undefined) group.rows.push(row);
  }
  const counts = new Map(list.facets.owner.map((facet) => [facet.value, facet.count]));
  return [...groups].map(([ref, group]) => ({
    id: ref,
    label: group.owner === null ? "No owner" : <TeamBadge name={group.owner.title} withName />,
    count: counts.get(ref) ?? group.rows.length,
    paving:
      levelTitle === null ? undefined : <GroupPaving title={levelTitle} entities={group.entities} levels={levels} />,
    rows: group.rows,
  }));
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
  return blocks.length === 0 ? null : <Paving label={`${title}, one block for each`} blocks={blocks} size="sm" />;
}

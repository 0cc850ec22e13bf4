import type { ReactNode } from "react";
import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import type { CatalogSearch } from "#components/catalog/catalog-search.ts";
import { CellList } from "#components/catalog/columns/cell-list.tsx";
import { type MembersInput, memberColumns } from "#components/catalog/columns/member-columns.tsx";
import { PendingMark } from "#components/catalog/derived/pending-mark.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import type { SaveCell } from "#components/catalog/inline/cell-editor.tsx";
import { EditableCell } from "#components/catalog/inline/editable-cell.tsx";
import type { EditableField } from "#components/catalog/inline/editable-fields.ts";
import { LifecyclePill } from "#components/catalog/lifecycle-pill.tsx";
import { isOwned, OwnerName } from "#components/catalog/owner-name.tsx";
import type { Named } from "#components/catalog/properties/formatted-value.tsx";
import type { ColumnDefinition } from "#components/patterns/data-table/build-table.ts";
import { EntityName } from "#components/patterns/entity-name.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/catalog-columns.tsx";
import type { ListedEntity } from "#lib/catalog/entities/entity-views.ts";

/** The level of an entity in the scorecard that the table shows. */
export type RowLevel = { rank: number; name: string };

export type CatalogColumnsInput = {
  org: string;
  levels: Map<string, RowLevel>;
  levelTitle: string | null;
  search: CatalogSearch;
  /** Saves a cell; null for who may change nothing. */
  save: SaveCell | null;
  /** What the listed kind is made of; null for a list of every kind. */
  definition: MembersInput["definition"];
  /** Columns that the address asks for. */
  askedColumns: string[];
  /** Those that the kind's list has of itself, in their order; none for the ones that any list has. */
  usualColumns: string[];
  /** People and teams that values name. */
  named: Named;
};

/** The columns in their order; those that say more are there for who asks. */
export function catalogColumns({
  org,
  levels,
  levelTitle,
  search,
  save,
  definition,
  askedColumns: asked,
  usualColumns,
  named,
}: CatalogColumnsInput): ColumnDefinition<ListedEntity>[] {
  const none = <span className="text-text-3">–</span>;
  const cell = (field: EditableField, content: ReactNode) =>
    save === null ? content : <EditableCell field={field}>{content}</EditableCell>;
  const columns: ColumnDefinition<ListedEntity>[] = [
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
            cell: (row: ListedEntity) => cell("owner", ownerCell(org, row)),
          },
        ]),
    ...(levelTitle === null
      ? []
      : [{ id: "level", header: levelTitle, cell: (row: ListedEntity) => levelCell(levels.get(row.id), row) ?? none }]),
    {
      id: "lifecycle",
      header: words.lifecycle,
      sortable: true,
      phone: false,
      cell: (row) => cell("lifecycle", row.lifecycle === null ? none : <LifecyclePill lifecycle={row.lifecycle} />),
    },
    {
      id: "type",
      header: words.type,
      sortable: true,
      isExtra: true,
      phone: false,
      cell: (row) => cell("type", row.type ?? none),
    },
    { id: "tags", header: words.tags, phone: false, cell: (row) => cell("tags", <Tags tags={row.tags} />) },
    {
      id: "description",
      header: words.description,
      isExtra: true,
      wrap: true,
      phone: false,
      cell: (row) => cell("description", <span className="line-clamp-2 text-text-2">{row.description ?? ""}</span>),
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
    ...memberColumns({ org, definition, asked, named, isEditable: save !== null }),
  ];
  return usualColumns.length === 0 ? columns : withUsual(columns, usualColumns);
}

// The name stands first; what the kind does not name is there for who asks.
function withUsual(columns: ColumnDefinition<ListedEntity>[], usual: string[]): ColumnDefinition<ListedEntity>[] {
  const [name, ...rest] = columns;
  const first = usual.flatMap((id) => rest.find((column) => column.id === id) ?? []);
  const others = rest.filter((column) => !first.includes(column));
  return [
    ...(name === undefined ? [] : [name]),
    ...first.map((column) => ({ ...column, isExtra: false })),
    ...others.map((column) => ({ ...column, isExtra: true })),
  ];
}

function ownerCell(org: string, row: ListedEntity): ReactNode {
  if (row.isOwnerPending)
    return (
      <span className="flex items-center gap-1.5">
        {row.owner === null ? null : <OwnerName org={org} owner={row.owner} />}
        <PendingMark pendingSince={row.pendingSince} />
      </span>
    );
  if (row.owner === null && !isOwned(row.blueprint)) return <span className="text-text-3">–</span>;
  return <OwnerName org={org} owner={row.owner} />;
}

// What is pending may be what the level was judged by.
function levelCell(level: RowLevel | undefined, { pendingSince }: ListedEntity): ReactNode {
  if (level === undefined) return null;
  const milestone = <Milestone level={level.rank} name={level.name} />;
  return pendingSince === null ? (
    milestone
  ) : (
    <span className="flex items-center gap-1.5">
      {milestone}
      <PendingMark pendingSince={pendingSince} />
    </span>
  );
}

function Tags({ tags }: { tags: string[] }) {
  return <CellList items={tags.map((tag) => ({ key: tag, name: tag, node: <Pill>{tag}</Pill> }))} />;
}

import type { ReactNode } from "react";
import { EntityBulkActions } from "#components/catalog/bulk/entity-bulk-actions.tsx";
import { catalogColumns, type RowLevel } from "#components/catalog/catalog-columns.tsx";
import { CatalogLongTable } from "#components/catalog/catalog-long-table.tsx";
import {
  type CatalogParameters,
  type CatalogSearch,
  catalogHref,
  exportOrder,
} from "#components/catalog/catalog-search.ts";
import { editableMembers, type MembersInput } from "#components/catalog/columns/member-columns.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { groupWords, type PropertyTitles, propertyTitles } from "#components/catalog/group-words.ts";
import type { SaveCell } from "#components/catalog/inline/cell-editor.tsx";
import { InlineEditing } from "#components/catalog/inline/inline-editing.tsx";
import type { Named } from "#components/catalog/properties/formatted-value.tsx";
import { buildTable } from "#components/patterns/data-table/build-table.ts";
import { DataTable, type DataTableGroup, type DataTableRow } from "#components/patterns/data-table/data-table.tsx";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { Paving } from "#components/ui/paving.tsx";
import { TeamBadge } from "#components/ui/team-badge.tsx";
import * as words from "#components/words/catalog/catalog-table.ts";
import { countText } from "#components/words/format.ts";
import { inSentence } from "#components/words/in-sentence.ts";
import type { ListedEntity } from "#lib/catalog/entities/entity-views.ts";
import type { EntityPage } from "#lib/catalog/entities/lists/list-entities.ts";
import type { EntityGroups } from "#lib/catalog/entities/lists/list-groups.ts";
import { queryOfGroup } from "#lib/catalog/groups/schema.ts";
import { formatQuery } from "#lib/catalog/query/text/format.ts";

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
  /** Saves a cell; null for who may change nothing. */
  save: SaveCell | null;
  /** What the listed kind is made of; null for a list of every kind. */
  definition: MembersInput["definition"];
  /** Columns that the address asks for. */
  askedColumns: string[];
  /** Those that the kind's list has of itself. */
  usualColumns: string[];
  /** People and teams that values name. */
  named: Named;
};

const groupsPerPage = 50;
/** From here on the server draws only the first rows of a list: the others are drawn where they are looked at. */
const longFrom = 100;
const drawnAtFirst = 50;

/** The rows of the catalog, edge to edge, by team where that is asked for. */
export function CatalogTable(props: CatalogTableProps) {
  const { org, noun, list, groups, search, parameters, view, freshness, empty, save, definition, named } = props;
  const hrefFor = (sort: string, direction: string) =>
    catalogHref(org, parameters, { sort, direction, open: parameters["open"], groups: parameters["groups"] });
  const items = groups === null ? list.items : groups.groups.flatMap((group) => group.items ?? []);
  const isLong = groups === null && items.length > longFrom;
  const { columns, rows } = buildTable({
    columns: catalogColumns(props),
    view,
    rows: isLong ? items.slice(0, drawnAtFirst) : items,
    rowId,
    rowName: (row) => row.title,
    rowHref: (row) => entityHref(org, row),
    sort: { column: search.sort, direction: search.direction, hrefFor },
  });
  const shown = columns.map(({ id }) => id);
  const fields = editableMembers(definition, shown);
  const { blueprint, text, query, owner, lifecycle, type, tag } = search;
  const bulk = (
    <EntityBulkActions
      org={org}
      blueprint={blueprint}
      filter={{ text, query, owner, lifecycle, type, tag }}
      total={list.total}
      isTotalExact={list.isTotalExact}
      order={exportOrder(search)}
      columns={shown}
      mayEdit={save !== null}
    />
  );
  const around = (table: ReactNode) =>
    save === null ? (
      table
    ) : (
      <InlineEditing org={org} rows={items} fields={fields} named={named} save={save}>
        {table}
      </InlineEditing>
    );
  if (groups !== null) {
    const shownGroups = groups.groups.length;
    const toGroups = (before: number) =>
      catalogHref(org, parameters, { groups: before === 0 ? undefined : String(before), open: undefined });
    return around(
      <DataTable
        label={noun}
        selectionActions={bulk}
        columns={columns}
        groups={groupsOf(props, groups, rows)}
        empty={list.total === 0 ? empty : undefined}
        foot={{ hints: true, freshness: <GroupCount groups={groups} freshness={freshness} /> }}
        density={view.density}
        paging={{
          previousHref: groups.before > 0 ? toGroups(Math.max(0, groups.before - groupsPerPage)) : undefined,
          nextHref: groups.before + shownGroups < groups.total ? toGroups(groups.before + shownGroups) : undefined,
          previousLabel: words.groupsBefore,
          nextLabel: words.moreGroups,
        }}
      />,
    );
  }
  const to = (cursor: string | null) => (cursor === null ? undefined : catalogHref(org, parameters, { cursor }));
  const table = {
    label: noun,
    selectionActions: bulk,
    columns,
    empty,
    foot: { hints: true, freshness },
    density: view.density,
    paging: {
      before: list.before,
      total: list.total,
      isTotalExact: list.isTotalExact,
      previousHref: to(list.previousCursor),
      nextHref: to(list.nextCursor),
    },
  };
  if (!isLong) return around(<DataTable {...table} rows={rows} />);
  const { levels, levelTitle, askedColumns, usualColumns } = props;
  const drawn = {
    org,
    rows: items,
    view,
    levels,
    levelTitle,
    search,
    save,
    definition,
    askedColumns,
    usualColumns,
    named,
  };
  return around(<CatalogLongTable {...table} first={rows} drawn={drawn} />);
}

/** What a row is called where it is selected and changed: its name, which the doors understand. */
function rowId({ blueprint, identifier }: ListedEntity): string {
  return `${blueprint}:${identifier}`;
}

function GroupCount({ groups, freshness }: { groups: EntityGroups; freshness: ReactNode }) {
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      <span className="tabular-nums">{countText(groups.total, words.group)}</span>
      <span>{freshness}</span>
    </span>
  );
}

function groupsOf(
  { org, levels, levelTitle, search, parameters, definition }: CatalogTableProps,
  { groups }: EntityGroups,
  rows: DataTableRow[],
): DataTableGroup[] {
  const titles = propertyTitles(definition);
  const by = search.group ?? "";
  const opened = groups.filter((group) => group.items !== null).map((group) => group.id);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return groups.map(({ id, label, count, items }) => {
    const isPaved = levelTitle !== null && items !== null && items.length === count;
    return {
      id,
      label: groupName(by, label, titles),
      count,
      paving: isPaved ? <GroupPaving title={levelTitle} entities={items} levels={levels} /> : undefined,
      rows: (items ?? []).flatMap((item) => rowOf.get(rowId(item)) ?? []),
      openHref:
        items === null
          ? catalogHref(org, parameters, { open: [...opened.slice(-19), id], groups: parameters["groups"] })
          : undefined,
      restHref: items !== null && items.length < count ? groupHref(org, parameters, by, id) : undefined,
    };
  });
}

function groupName(by: string, label: string | null, titles: PropertyTitles): ReactNode {
  if (label === null) return by === "owner" ? words.noOwner : words.noValueOf(inSentence(groupWords(by, titles)));
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
  entities: ListedEntity[];
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

import type { ReactNode } from "react";
import type { ArchivedDeeds } from "#components/catalog/archived/archived-deeds.ts";
import { RestoreButton } from "#components/catalog/archived/restore-button.tsx";
import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { buildTable, type ColumnDefinition } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import type { TablePaging } from "#components/patterns/data-table/table-foot.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { EntityName } from "#components/patterns/entity-name.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import * as words from "#components/words/catalog/archived/archived-table.ts";
import type { ArchivedEntity } from "#lib/catalog/archive/list-archived-entities.ts";

type Props = {
  org: string;
  items: ArchivedEntity[];
  kinds: ReadonlyMap<string, string>;
  isNarrowed: boolean;
  /** Null for who may not bring anything back. */
  deeds: ArchivedDeeds | null;
  bulk: ReactNode;
  paging: TablePaging;
};

/** What was archived, with why, and the way back. */
export function ArchivedTable({ org, items, kinds, isNarrowed, deeds, bulk, paging }: Props) {
  const { columns, rows } = buildTable<ArchivedEntity>({
    columns: [...archivedColumns(org, kinds), ...(deeds === null ? [] : [restoreColumn(deeds)])],
    rows: items,
    rowId: ({ blueprint, identifier }) => `${blueprint}:${identifier}`,
    rowName: ({ title }) => title,
    rowHref: (row) => entityHref(org, row),
  });
  return (
    <DataTable
      framed
      label={words.archived}
      columns={columns}
      rows={rows}
      foot={{ hints: true }}
      paging={paging}
      selectionActions={bulk}
      empty={
        <EmptyState size="panel" title={isNarrowed ? words.nothingMatches : words.nothing}>
          {isNarrowed ? words.nothingMatchesHint : words.nothingHint}
        </EmptyState>
      }
    />
  );
}

function archivedColumns(org: string, kinds: ReadonlyMap<string, string>): ColumnDefinition<ArchivedEntity>[] {
  const none = <span className="text-text-3">{words.none}</span>;
  return [
    {
      id: "title",
      header: words.name,
      cell: (row) => (
        <EntityName name={row.title} href={entityHref(org, row)} icon={<KindIcon blueprint={row.blueprint} />} />
      ),
    },
    { id: "kind", header: words.kind, phone: false, cell: (row) => kinds.get(row.blueprint) ?? row.blueprint },
    {
      id: "reason",
      header: words.why,
      wrap: true,
      phone: false,
      cell: (row) => (row.reason === null ? none : <span className="line-clamp-2">{row.reason}</span>),
    },
    { id: "by", header: words.archivedBy, phone: false, cell: (row) => row.archivedBy ?? none },
    {
      id: "at",
      header: words.when,
      phone: false,
      cell: (row) => <RelativeTime at={row.archivedAt} style="long" className="text-text-2" />,
    },
  ];
}

function restoreColumn(deeds: ArchivedDeeds): ColumnDefinition<ArchivedEntity> {
  return {
    id: "buttons",
    header: words.whatCanBeDone,
    isHeaderHidden: true,
    isFixed: true,
    align: "end",
    cell: ({ blueprint, identifier, title, reason }) => (
      <RestoreButton entity={{ blueprint, identifier, title, reason }} deeds={deeds} />
    ),
  };
}

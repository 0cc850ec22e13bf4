import type { ReactNode } from "react";
import { ChangePrecedence } from "#components/catalog/precedence/change-precedence.tsx";
import { shortRevision } from "#components/ingestion/report-text.ts";
import { SourceKindIcon, sourceKindName } from "#components/ingestion/source-kind.tsx";
import { importAgainHref } from "#components/ingestion/source-location.ts";
import { buildTable, type ColumnDefinition, tableMenu } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import type { TableMenu } from "#components/patterns/data-table/table-shape.ts";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { RotateCw } from "#components/ui/icons.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/ingestion/sources-table.ts";
import type { Source } from "#lib/catalog/sources/list-sources.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type SourcesTableProps = {
  org: string;
  list: { items: Source[]; page: number; limit: number; total: number };
  mayImport: boolean;
  /** Changes whose word counts; null for who may not. */
  setPrecedence: ((id: string, precedence: number) => Promise<MutationResult<{ changed: number }>>) | null;
  view: TableView;
  /** The address of a page of the list. */
  hrefOf: (page: number) => string;
};

/** Where the catalog comes from. A git source can be read again with what it was read with. */
export function SourcesTable({ org, list, mayImport, setPrecedence, view, hrefOf: to }: SourcesTableProps) {
  const hasAgain = mayImport && list.items.some((source) => source.kind === "git");
  const shown = factsOf((source) =>
    setPrecedence === null ? (
      numberText(source.precedence)
    ) : (
      <ChangePrecedence
        org={org}
        source={{ id: source.id, name: source.name, precedence: source.precedence }}
        change={setPrecedence.bind(null, source.id)}
      />
    ),
  );
  const { columns, rows } = buildTable({
    columns: hasAgain ? [...shown, again(org)] : shown,
    view,
    rows: list.items,
    rowId: (source) => source.id,
    rowName: (source) => source.name,
  });
  const pages = Math.ceil(list.total / list.limit);
  return (
    <DataTable
      framed
      keys={false}
      label={words.sources}
      rowHeight="tall"
      density={view.density}
      columns={columns}
      rows={rows}
      {...(pages > 1
        ? {
            paging: {
              previousHref: list.page > 1 ? to(list.page - 1) : undefined,
              nextHref: list.page < pages ? to(list.page + 1) : undefined,
              before: (list.page - 1) * list.limit,
              total: list.total,
            },
          }
        : {})}
    />
  );
}

/** What the view menu of sources offers. */
export function sourceMenu(view: TableView): TableMenu {
  return tableMenu(
    factsOf(() => null),
    view,
  );
}

const factsOf = (precedence: (source: Source) => ReactNode): ColumnDefinition<Source>[] => [
  {
    id: "name",
    header: words.source,
    cell: (source) => (
      <span className="flex max-w-[560px] items-center gap-[9px] phone:max-w-[calc(100vw-150px)] [&>.lucide]:text-text-3">
        <SourceKindIcon kind={source.kind} />
        <span className="grid min-w-0">
          <span className="cut font-550" title={source.name}>
            {source.name}
          </span>
          <span className="mono cut text-11 text-text-3" title={source.location}>
            {source.location}
          </span>
        </span>
      </span>
    ),
  },
  {
    id: "kind",
    header: words.kind,
    phone: false,
    cell: (source) => <span className="text-text-2">{sourceKindName(source.kind)}</span>,
  },
  {
    id: "revision",
    header: words.revision,
    phone: false,
    cell: ({ revision }) =>
      revision === null ? (
        <span className="text-text-3">{words.none}</span>
      ) : (
        <span className="mono text-12" title={revision}>
          {shortRevision(revision)}
        </span>
      ),
  },
  {
    id: "imported",
    header: words.lastImported,
    phone: false,
    cell: (source) => (
      <span className="flex flex-wrap items-center gap-2">
        <RelativeTime at={source.lastImportedAt} style="long" className="text-text-2" />
        {source.failedAt === null ? null : (
          <Pill tone="bad" title={source.failure ?? undefined}>
            {words.failing}
          </Pill>
        )}
      </span>
    ),
  },
  { id: "precedence", header: words.precedence, align: "end", phone: false, cell: precedence },
  {
    id: "entities",
    header: words.entities,
    align: "end",
    cell: (source) => numberText(source.entityCount),
  },
];

function again(org: string): ColumnDefinition<Source> {
  return {
    id: "again",
    header: words.importAgain,
    isHeaderHidden: true,
    isFixed: true,
    align: "end",
    phone: false,
    cell: (source) =>
      source.kind === "git" ? (
        <Button
          size="sm"
          variant="ghost"
          icon={<RotateCw aria-hidden />}
          href={importAgainHref(org, source.location)}
          aria-label={words.importAgainOf(source.name)}
        >
          {words.importAgain}
        </Button>
      ) : null,
  };
}

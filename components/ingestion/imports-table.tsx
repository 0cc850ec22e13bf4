import { shortRevision } from "#components/ingestion/report-text.ts";
import { SourceKindIcon } from "#components/ingestion/source-kind.tsx";
import { buildTable, type ColumnDefinition, tableMenu } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import type { TableMenu } from "#components/patterns/data-table/table-shape.ts";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { EntityName } from "#components/patterns/entity-name.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { CircleX } from "#components/ui/icons.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/ingestion/imports-table.tsx";
import type { ImportSummary } from "#lib/ingestion/imports/schema.ts";

export type ImportsTableProps = {
  org: string;
  imports: ImportSummary[];
  view: TableView;
  /** The addresses of newer and older ones. */
  previousHref?: string | undefined;
  nextHref?: string | undefined;
};

/** Finished imports, newest first; each opens its report. */
export function ImportsTable({ org, imports, view, previousHref, nextHref }: ImportsTableProps) {
  const hrefOf = (row: ImportSummary) => `/${org}/sources/imports/${row.importId}`;
  const { columns, rows } = buildTable({
    columns: [name(hrefOf), ...facts],
    view,
    rows: imports,
    rowId: (row) => row.importId,
    rowName: (row) => words.importOf(row.sourceName),
    rowHref: hrefOf,
  });
  return (
    <DataTable
      framed
      label={words.recentImports}
      columns={columns}
      rows={rows}
      density={view.density}
      foot={{ hints: true }}
      paging={{ previousHref, nextHref }}
    />
  );
}

/** What the view menu of imports offers. */
export function importMenu(view: TableView): TableMenu {
  return tableMenu([name(() => ""), ...facts], view);
}

function name(hrefOf: (row: ImportSummary) => string): ColumnDefinition<ImportSummary> {
  return {
    id: "source",
    header: words.importOfLabel,
    cell: (row) => (
      <span className="flex max-w-[420px] min-w-0 items-center gap-2 phone:max-w-[calc(100vw-190px)]">
        <EntityName
          name={<span className="cut block max-w-[300px] phone:max-w-[calc(100vw-215px)]">{row.sourceName}</span>}
          href={hrefOf(row)}
          icon={<SourceKindIcon kind={row.sourceKind} />}
        />
        {row.revision === null ? null : (
          <span className="mono text-12 text-text-3 phone:hidden">{shortRevision(row.revision)}</span>
        )}
      </span>
    ),
  };
}

const count = (id: "created" | "changed" | "unchanged", header: string, phone: boolean) =>
  ({
    id,
    header,
    align: "end",
    phone,
    cell: (row) => (row[id] === 0 ? <span className="text-text-3">0</span> : numberText(row[id])),
  }) satisfies ColumnDefinition<ImportSummary>;

const facts: ColumnDefinition<ImportSummary>[] = [
  count("created", words.newLabel, true),
  count("changed", words.changed, false),
  count("unchanged", words.unchanged, false),
  {
    id: "refused",
    header: words.refused,
    cell: (row) =>
      row.refused === 0 ? (
        <span className="text-text-3">{words.none}</span>
      ) : (
        <Pill tone="bad" icon={<CircleX aria-hidden />}>
          {words.refusedOf(numberText(row.refused))}
        </Pill>
      ),
  },
  { id: "actor", header: words.by, phone: false, cell: (row) => <Avatar name={row.actorName} withName /> },
  {
    id: "finished",
    header: words.when,
    align: "end",
    phone: false,
    cell: (row) => <RelativeTime at={row.finishedAt} style="long" className="text-text-2" />,
  },
];

import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { buildTable, type ColumnDefinition, type SortDirection } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import type { TablePaging } from "#components/patterns/data-table/table-foot.tsx";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { EntityName } from "#components/patterns/entity-name.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import * as words from "#components/words/scorecards/score-matrix.ts";
import type { MatrixRow } from "#lib/scorecards/results/read-matrix.ts";
import type { RuleFailures } from "#lib/scorecards/results/read-rules.ts";

export type ScoreMatrixProps = {
  org: string;
  label: string;
  noun: string;
  rules: RuleFailures[];
  rows: MatrixRow[];
  view: TableView;
  sort: { column: string; direction: SortDirection; hrefFor: (column: string, direction: SortDirection) => string };
  paging: TablePaging;
};

/** Entities against rules, rules in the order of their levels. The heads stand on their side and stay text. */
export function ScoreMatrix({ org, label, noun, rules, rows: entities, view, sort, paging }: ScoreMatrixProps) {
  const { columns, rows } = buildTable<MatrixRow>({
    columns: matrixColumns(org, noun, rules),
    rows: entities,
    rowId: (row) => row.entityId,
    rowName: (row) => row.title,
    rowHref: (row) => entityHref(org, row),
    view,
    sort,
  });
  return (
    <DataTable
      framed
      label={label}
      columns={columns}
      rows={rows}
      density={view.density}
      foot={{ hints: true }}
      paging={paging}
    />
  );
}

/** The columns in their order: one for each rule. */
export function matrixColumns(org: string, noun: string, rules: RuleFailures[]): ColumnDefinition<MatrixRow>[] {
  const ordered = [...rules].sort((one, other) => one.level.rank - other.level.rank || one.position - other.position);
  return [
    {
      id: "title",
      header: noun.charAt(0).toUpperCase() + noun.slice(1),
      sortable: true,
      cell: (row) => (
        <EntityName name={row.title} href={entityHref(org, row)} icon={<KindIcon blueprint={row.blueprint} />} />
      ),
    },
    {
      id: "level",
      header: words.level,
      sortable: true,
      startsDescending: true,
      cell: (row) => <Milestone level={row.level.rank} name={row.level.name} size={16} />,
    },
    ...ordered.map(
      (rule, index): ColumnDefinition<MatrixRow> => ({
        id: rule.identifier,
        header: rule.title,
        upright: {
          mark: <Milestone level={rule.level.rank} name={words.forLevel(rule.level.name)} size={14} hideName />,
          title: rule.description || rule.title,
        },
        isFirstOfGroup: rule.level.rank !== ordered[index - 1]?.level.rank,
        drawn: "rule",
        cell: (row) => row.states[rule.identifier] ?? "not-applicable",
      }),
    ),
    {
      id: "next",
      header: words.next,
      sortable: true,
      align: "end",
      cell: (row) => (
        <span className="text-12 text-text-3">
          {row.next === null ? words.highestLevel : words.missingToNext(row.next.missing, row.next.name)}
        </span>
      ),
    },
  ];
}

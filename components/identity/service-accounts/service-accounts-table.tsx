import { ServiceAccountBulkActions } from "#components/identity/service-accounts/service-account-bulk-actions.tsx";
import { ServiceAccountButtons } from "#components/identity/service-accounts/service-account-buttons.tsx";
import { buildTable, type ColumnDefinition, type SortDirection } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import type { TablePaging } from "#components/patterns/data-table/table-foot.tsx";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { Bot } from "#components/ui/icons.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/identity/service-accounts/service-accounts-table.ts";
import type { ServiceAccount, ServiceAccountSort } from "#lib/identity/service-accounts/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  accounts: ServiceAccount[];
  view: TableView;
  sort: {
    column: ServiceAccountSort;
    direction: SortDirection;
    hrefFor: (column: string, direction: SortDirection) => string;
  };
  paging: TablePaging;
  setDisabled: (id: string, isDisabled: boolean) => Promise<MutationResult>;
};

/** Service accounts: what each is for, its role, its keys, and whether it works. */
export function ServiceAccountsTable({ accounts, view, sort, paging, setDisabled }: Props) {
  const { columns, rows } = buildTable<ServiceAccount>({
    columns: [
      ...serviceAccountColumns,
      {
        id: "buttons",
        header: words.whatCanBeDone,
        isHeaderHidden: true,
        isFixed: true,
        align: "end",
        cell: ({ id, name, disabledAt }) => (
          <ServiceAccountButtons {...{ id, name, setDisabled }} isDisabled={disabledAt !== null} />
        ),
      },
    ],
    rows: accounts,
    rowId: (account) => account.id,
    rowName: (account) => account.name,
    view,
    sort,
  });
  return (
    <DataTable
      framed
      label={words.serviceAccounts}
      columns={columns}
      rows={rows}
      rowHeight="tall"
      density={view.density}
      foot={{ hints: true }}
      paging={paging}
      selectionActions={<ServiceAccountBulkActions setDisabled={setDisabled} />}
      empty={
        <EmptyState size="panel" title={words.noServiceAccountMatches}>
          {words.theSearchLeavesNone}
        </EmptyState>
      }
    />
  );
}

/** The columns in their order. */
export const serviceAccountColumns: ColumnDefinition<ServiceAccount>[] = [
  {
    id: "name",
    header: words.name,
    sortable: true,
    cell: (account) => (
      <span className="flex min-w-0 items-center gap-2.5">
        <Glyph icon={<Bot />} />
        <span className="grid min-w-0">
          <span className="cut max-w-[320px] font-550 phone:max-w-[calc(100vw-230px)]">{account.name}</span>
          <span className="cut max-w-[320px] text-12 text-text-3 phone:max-w-[calc(100vw-230px)]">
            {account.purpose === "" ? words.noPurpose : account.purpose}
          </span>
        </span>
      </span>
    ),
  },
  {
    id: "state",
    header: words.state,
    sortable: true,
    cell: ({ disabledAt }) =>
      disabledAt === null ? <Pill tone="ok">{words.works}</Pill> : <Pill tone="warn">{words.disabled}</Pill>,
  },
  { id: "role", header: words.role, sortable: true, phone: false, cell: (account) => <Pill>{account.role}</Pill> },
  { id: "keys", header: words.keys, align: "end", phone: false, cell: (account) => account.keyCount },
  {
    id: "used",
    header: words.lastUsed,
    phone: false,
    cell: ({ lastUsedAt }) =>
      lastUsedAt === null ? (
        <span className="text-text-3">{words.never}</span>
      ) : (
        <RelativeTime at={lastUsedAt} style="long" className="text-text-2" />
      ),
  },
  {
    id: "createdAt",
    header: words.created,
    sortable: true,
    startsDescending: true,
    isExtra: true,
    phone: false,
    cell: (account) => <RelativeTime at={account.createdAt} style="long" className="text-text-2" />,
  },
  { id: "createdBy", header: words.createdBy, isExtra: true, phone: false, cell: (account) => account.createdBy ?? "" },
];

import { KeyBulkActions } from "#components/identity/key-bulk-actions.tsx";
import { RevokeKey } from "#components/identity/revoke-key.tsx";
import { RotateKey } from "#components/identity/rotate-key.tsx";
import { buildTable, type ColumnDefinition, type SortDirection } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import type { TablePaging } from "#components/patterns/data-table/table-foot.tsx";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { dateText } from "#components/words/format.ts";
import * as words from "#components/words/identity/keys-table.tsx";
import type { ApiKey, KeySort } from "#lib/identity/keys/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  keys: ApiKey[];
  view: TableView;
  /** What each scope of these keys means. */
  scopeWords: Record<string, string>;
  now: string;
  sort: { column: KeySort; direction: SortDirection; hrefFor: (column: string, direction: SortDirection) => string };
  paging: TablePaging;
  revoke: (id: string) => Promise<MutationResult>;
  rotate: (
    id: string,
    values: { expiresInDays: number; graceHours: number },
  ) => Promise<MutationResult<{ token: string }>>;
};

/** Keys with what they may do, whose they are, when they were used last and until when they work. */
export function KeysTable({ keys, view, scopeWords, now, sort, paging, revoke, rotate }: Props) {
  const isValid = (key: ApiKey) => key.revokedAt === null && key.expiresAt > now;
  const { columns, rows } = buildTable<ApiKey>({
    columns: [
      ...keyColumns(scopeWords, isValid),
      {
        id: "buttons",
        header: words.whatCanBeDone,
        isHeaderHidden: true,
        isFixed: true,
        align: "end",
        cell: (key) =>
          isValid(key) ? (
            <span className="inline-flex gap-1">
              <RotateKey name={key.name} rotate={rotate.bind(null, key.id)} />
              <RevokeKey name={key.name} revoke={revoke.bind(null, key.id)} />
            </span>
          ) : null,
      },
    ],
    rows: keys,
    rowId: (key) => key.id,
    rowName: (key) => key.name,
    view,
    sort,
  });
  return (
    <DataTable
      framed
      label={words.apiKeys}
      columns={columns}
      rows={rows}
      rowHeight="tall"
      density={view.density}
      foot={{ hints: true }}
      paging={paging}
      empty={
        <EmptyState size="panel" title={words.noKeyMatches}>
          {words.theSearchLeavesNone}
        </EmptyState>
      }
      selectionActions={<KeyBulkActions revoke={revoke} />}
    />
  );
}

/** The columns in their order. */
export function keyColumns(
  scopeWords: Record<string, string>,
  isValid: (key: ApiKey) => boolean,
): ColumnDefinition<ApiKey>[] {
  return [
    {
      id: "name",
      header: words.name,
      sortable: true,
      wrap: true,
      cell: (key) => (
        <span className="block min-w-28 font-550">
          {key.name}
          <span className="mono block text-11 font-450 text-text-3">{key.prefix}…</span>
        </span>
      ),
    },
    {
      id: "scopes",
      header: words.mayDo,
      wrap: true,
      phone: false,
      cell: (key) => <Scopes role={key.role} scopes={key.scopes?.map((scope) => scopeWords[scope] ?? scope) ?? null} />,
    },
    {
      id: "owner",
      header: words.belongsTo,
      wrap: true,
      phone: false,
      cell: (key) => (
        <>
          {key.serviceAccount === null ? key.createdBy : key.serviceAccount.name}
          {key.serviceAccount === null ? null : (
            <span className="block text-11 text-text-3">{words.serviceAccount}</span>
          )}
        </>
      ),
    },
    {
      id: "lastUsedAt",
      header: words.lastUsed,
      sortable: true,
      startsDescending: true,
      phone: false,
      cell: (key) => (
        <>
          {key.lastUsedAt === null ? words.never : <RelativeTime at={key.lastUsedAt} style="long" />}
          {key.lastUsedFrom === null ? null : (
            <span className="block text-11 text-text-3">{words.fromWords(fromWords[key.lastUsedFrom])}</span>
          )}
        </>
      ),
    },
    {
      id: "createdAt",
      header: words.created,
      sortable: true,
      startsDescending: true,
      isExtra: true,
      phone: false,
      cell: (key) => <RelativeTime at={key.createdAt} style="long" />,
    },
    {
      id: "state",
      header: words.state,
      sortable: true,
      cell: (key) =>
        key.revokedAt !== null ? (
          <Pill>{words.revoked}</Pill>
        ) : !isValid(key) ? (
          <Pill tone="warn">{words.expired}</Pill>
        ) : key.serviceAccount?.isDisabled ? (
          <Pill tone="warn">{words.accountDisabled}</Pill>
        ) : (
          <Pill tone="ok">{words.untilExpiresAt(dateText(key.expiresAt, "dayOfYear", "UTC"))}</Pill>
        ),
    },
  ];
}

const fromWords = {
  "this machine": words.thisMachine,
  "private network": words.aPrivateNetwork,
  internet: words.theInternet,
};

function Scopes({ role, scopes }: { role: string; scopes: string[] | null }) {
  if (scopes === null) return <>{words.allThatMay(role === "admin" ? words.anAdmin : `a ${role}`)}</>;
  const [first, ...others] = scopes;
  if (first === undefined) return null;
  if (others.length === 0) return <>{first}</>;
  return (
    <details>
      <summary className="cursor-pointer">{words.scopesPermissions(scopes.length)}</summary>
      <ul className="mt-1 grid gap-0.5 text-12 text-text-2">
        {scopes.map((scope) => (
          <li key={scope}>{scope}</li>
        ))}
      </ul>
    </details>
  );
}

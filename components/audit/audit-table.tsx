import { changeLines, changeSummary } from "#components/audit/change-lines.ts";
import { buildTable, type ColumnDefinition } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import type { TablePaging } from "#components/patterns/data-table/table-foot.tsx";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { DiffList } from "#components/patterns/diff-list.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { KeyRound, Settings2 } from "#components/ui/icons.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/audit/audit-table.ts";
import { dateText, numberText } from "#components/words/format.ts";
import type { AuditEntry } from "#lib/audit/entries/schema.ts";

type Props = {
  entries: AuditEntry[];
  timeZone: string;
  /** The entry that is opened. */
  openId: string | undefined;
  /** The address with an entry opened, or with none. */
  hrefOf: (id: string) => string;
  view: TableView;
  paging: TablePaging;
};

/** Entries, newest first; the one that the address names is opened to what changed. */
export function AuditTable({ entries, timeZone, openId, hrefOf, view, paging }: Props) {
  const { columns, rows } = buildTable<AuditEntry>({
    columns: auditColumns({ timeZone, openId, hrefOf }),
    rows: entries,
    rowId: (entry) => entry.id,
    rowName: (entry) => `${entry.operation} by ${entry.actorName}`,
    rowHref: (entry) => hrefOf(entry.id),
    rowOpened: (entry) => (entry.id === openId ? <OpenedEntry entry={entry} /> : null),
    view,
  });
  return (
    <DataTable
      framed
      label={words.auditEntries}
      columns={columns}
      rows={rows}
      density={view.density}
      foot={{ hints: true }}
      paging={paging}
      empty={
        <EmptyState size="panel" title={words.noEntryMatches}>
          {words.noEntryMatchesText}
        </EmptyState>
      }
    />
  );
}

/** The columns in their order. */
export function auditColumns(shown: Pick<Props, "timeZone" | "openId" | "hrefOf">): ColumnDefinition<AuditEntry>[] {
  return [
    {
      id: "at",
      header: words.time,
      cell: (entry) => (
        <Link
          href={shown.hrefOf(entry.id)}
          scroll={false}
          aria-expanded={entry.id === shown.openId}
          className="numeric text-12 text-link hover:underline"
        >
          <time dateTime={entry.at}>{dateText(entry.at, "exact", shown.timeZone)}</time>
        </Link>
      ),
    },
    {
      id: "who",
      header: words.who,
      cell: (entry) => (
        <span className="flex items-center gap-2">
          {entry.actorKind === "user" ? (
            <Avatar name={entry.actorName} />
          ) : (
            <Glyph icon={entry.actorKind === "key" ? <KeyRound aria-hidden /> : <Settings2 aria-hidden />} />
          )}
          {entry.actorName}
        </span>
      ),
    },
    {
      id: "operation",
      header: words.operation,
      cell: (entry) => <span className="mono text-12">{entry.operation}</span>,
    },
    {
      id: "on",
      header: words.on,
      wrap: true,
      phone: false,
      cell: (entry) => <span className="block min-w-32 font-550">{entry.subjectName}</span>,
    },
    { id: "door", header: words.door, phone: false, cell: (entry) => <Pill>{entry.door}</Pill> },
    {
      id: "change",
      header: words.whatChanged,
      wrap: true,
      phone: false,
      cell: (entry) => <span className="block min-w-40 text-text-2">{changeSummary(entry.before, entry.after)}</span>,
    },
    {
      id: "request",
      header: words.request,
      isExtra: true,
      phone: false,
      cell: (entry) => <span className="mono text-12 text-text-2">{entry.requestId}</span>,
    },
    {
      id: "seal",
      header: words.seal,
      align: "end",
      phone: false,
      cell: (entry) => (
        <span className="text-11 text-text-3">
          {entry.seq === null ? <Pill tone="note">{words.waiting}</Pill> : numberText(entry.seq)}
        </span>
      ),
    },
  ];
}

function OpenedEntry({ entry }: { entry: AuditEntry }) {
  const lines = changeLines(entry.before, entry.after);
  return (
    <div className="grid max-w-[1200px] grid-cols-[minmax(0,1fr)_340px] items-start gap-8 phone:max-w-[80vw] phone:grid-cols-1">
      <div className="grid gap-1.5">
        <p className="text-12 font-550">{words.beforeAndAfter}</p>
        {lines.length === 0 ? (
          <p className="text-12 text-text-2">{words.nothingMoreWasWrittenDown}</p>
        ) : (
          <DiffList label={words.beforeAndAfter} lines={lines} />
        )}
      </div>
      <KeyValue
        termWidth={72}
        className="text-12"
        items={[
          { term: words.who, value: `${entry.actorName} (${entry.actorKind})` },
          { term: words.on, value: `${entry.subjectKind} ${entry.subjectId}` },
          { term: words.request, value: <Copyable text={entry.requestId} /> },
          { term: words.entry, value: <Copyable text={entry.id} /> },
          { term: words.seal, value: entry.hash === null ? words.waitsForItsSeal : <Copyable text={entry.hash} /> },
        ]}
      />
    </div>
  );
}

function Copyable({ text }: { text: string }) {
  return (
    <>
      <span className="mono">{text.length > 20 ? `${text.slice(0, 8)}…${text.slice(-6)}` : text}</span>
      <CopyButton text={text} />
    </>
  );
}

"use client";

import type { ReactNode } from "react";
import { auditColumns } from "#components/audit/audit-columns.ts";
import { buildTable } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import type { TablePaging } from "#components/patterns/data-table/table-foot.tsx";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { KeyRound, Settings2 } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/audit/audit-table.ts";
import { dateText, numberText } from "#components/words/format.ts";
import type { AuditEntry } from "#lib/audit/entries/schema.ts";

/** What a row shows of an entry; made on the server, so that what changed does not travel whole. */
export type AuditRow = Pick<
  AuditEntry,
  "id" | "at" | "actorName" | "actorKind" | "operation" | "subjectName" | "door" | "requestId" | "seq"
> & {
  summary: string;
  /** Of the day that is today over there: its time is enough. */
  isOfToday: boolean;
  /** The address with this entry opened, or with none when it is. */
  href: string;
};

type Props = {
  entries: AuditRow[];
  timeZone: string;
  /** The entry that is opened, and what stands under it. */
  openId: string | undefined;
  opened: ReactNode;
  view: TableView;
  paging: TablePaging;
};

/** Entries, newest first; the one that the address names is opened to what changed. */
export function AuditTable({ entries, timeZone, openId, opened, view, paging }: Props) {
  const { columns, rows } = buildTable<AuditRow>({
    columns: auditColumns.map((column) => ({
      ...column,
      cell: (entry) => cells[column.id](entry, { timeZone, isOpen: entry.id === openId }),
    })),
    rows: entries,
    rowId: (entry) => entry.id,
    rowName: (entry) => `${entry.operation} by ${entry.actorName}`,
    rowHref: (entry) => entry.href,
    rowOpened: (entry) => (entry.id === openId ? opened : null),
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

type Shown = { timeZone: string; isOpen: boolean };

const cells: Record<(typeof auditColumns)[number]["id"], (entry: AuditRow, shown: Shown) => ReactNode> = {
  at: (entry, { timeZone, isOpen }) => (
    <Link href={entry.href} scroll={false} aria-expanded={isOpen} className="numeric text-12 text-link hover:underline">
      <time dateTime={entry.at} title={dateText(entry.at, "exact", timeZone)}>
        {dateText(entry.at, entry.isOfToday ? "exactTime" : "exact", timeZone)}
      </time>
    </Link>
  ),
  who: (entry) => (
    <span className="flex items-center gap-2">
      {entry.actorKind === "user" ? (
        <Avatar name={entry.actorName} />
      ) : (
        <Glyph icon={entry.actorKind === "key" ? <KeyRound aria-hidden /> : <Settings2 aria-hidden />} />
      )}
      {entry.actorName}
    </span>
  ),
  operation: (entry) => <span className="mono text-12">{entry.operation}</span>,
  on: (entry) => <span className="block min-w-32 font-550">{entry.subjectName}</span>,
  door: (entry) => <Pill>{entry.door}</Pill>,
  change: (entry) => <span className="block min-w-40 text-text-2">{entry.summary}</span>,
  request: (entry) => <span className="mono text-12 text-text-2">{entry.requestId}</span>,
  seal: (entry) => (
    <span className="text-11 text-text-3">
      {entry.seq === null ? <Pill tone="note">{words.waiting}</Pill> : numberText(entry.seq)}
    </span>
  ),
};

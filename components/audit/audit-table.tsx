import { KeyRound, Settings2 } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import { changeLines, changeSummary } from "#components/audit/change-lines.ts";
import { DiffList } from "#components/patterns/diff-list.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import type { AuditEntry } from "#lib/audit/entries/schema.ts";

type Props = {
  entries: AuditEntry[];
  timeZone: string;
  /** The entry that is opened. */
  openId: string | undefined;
  /** The address with an entry opened, or with none. */
  hrefOf: Record<string, string>;
};

/** Entries, newest first; the one that the address names is opened to what changed. */
export function AuditTable({ entries, timeZone, openId, hrefOf }: Props) {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "medium", timeStyle: "medium" });
  if (entries.length === 0) {
    return (
      <Panel>
        <EmptyState size="panel" title="No entry matches">
          Change the filters: entries are never deleted, so it is somewhere else.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel>
      <Table label="Audit entries">
        <TableHead>
          <TableHeader>Time</TableHeader>
          <TableHeader>Who</TableHeader>
          <TableHeader>Operation</TableHeader>
          <TableHeader>On</TableHeader>
          <TableHeader>Door</TableHeader>
          <TableHeader>What changed</TableHeader>
          <TableHeader end>Seal</TableHeader>
        </TableHead>
        <TableBody>
          {entries.map((entry) => (
            <Fragment key={entry.id}>
              <TableRow current={entry.id === openId}>
                <TableCell className="numeric text-12 text-text-2">
                  <Link
                    href={hrefOf[entry.id] ?? ""}
                    scroll={false}
                    aria-expanded={entry.id === openId}
                    className="text-link hover:underline"
                  >
                    <time dateTime={entry.at}>{format.format(new Date(entry.at))}</time>
                  </Link>
                </TableCell>
                <TableCell>
                  <span className="flex items-center gap-2">
                    {entry.actorKind === "user" ? (
                      <Avatar name={entry.actorName} />
                    ) : (
                      <Glyph icon={entry.actorKind === "key" ? <KeyRound aria-hidden /> : <Settings2 aria-hidden />} />
                    )}
                    <span className="cut max-w-44">{entry.actorName}</span>
                  </span>
                </TableCell>
                <TableCell className="mono text-12">{entry.operation}</TableCell>
                <TableCell strong>
                  <span className="cut block max-w-44">{entry.subjectName}</span>
                </TableCell>
                <TableCell>
                  <Pill>{entry.door}</Pill>
                </TableCell>
                <TableCell className="text-text-2">
                  <span className="cut block max-w-80">{changeSummary(entry.before, entry.after)}</span>
                </TableCell>
                <TableCell end className="text-11 text-text-3">
                  {entry.seq === null ? <Pill tone="note">waiting</Pill> : entry.seq.toLocaleString("en-GB")}
                </TableCell>
              </TableRow>
              {entry.id === openId ? (
                <tr className="bg-sunken">
                  <td colSpan={7} className="border-b border-line px-4 py-4">
                    <OpenedEntry entry={entry} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}

function OpenedEntry({ entry }: { entry: AuditEntry }) {
  const lines = changeLines(entry.before, entry.after);
  return (
    <div className="grid max-w-[1200px] grid-cols-[minmax(0,1fr)_340px] items-start gap-8 phone:max-w-[80vw] phone:grid-cols-1">
      <div className="grid gap-1.5">
        <p className="text-12 font-550">Before and after</p>
        {lines.length === 0 ? (
          <p className="text-12 text-text-2">Nothing more was written down.</p>
        ) : (
          <DiffList label="Before and after" lines={lines} />
        )}
      </div>
      <KeyValue
        termWidth={72}
        className="text-12"
        items={[
          { term: "Who", value: `${entry.actorName} (${entry.actorKind})` },
          { term: "On", value: `${entry.subjectKind} ${entry.subjectId}` },
          { term: "Request", value: <Copyable text={entry.requestId} /> },
          { term: "Entry", value: <Copyable text={entry.id} /> },
          { term: "Seal", value: entry.hash === null ? "waits for its seal" : <Copyable text={entry.hash} /> },
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

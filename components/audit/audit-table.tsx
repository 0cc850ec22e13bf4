import { EmptyState } from "#components/patterns/empty-state.tsx";
import { VisibleName } from "#components/patterns/visible-name.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import type { AuditEntry } from "#lib/audit/entries/list-entries.ts";

/** Entries, newest first; each opens to what changed. */
export function AuditTable({ entries, timeZone }: { entries: AuditEntry[]; timeZone: string }) {
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
      <ul aria-label="Audit entries">
        {entries.map((entry) => (
          <li key={entry.id} className="border-line border-t first:border-t-0">
            <details>
              <summary className="grid min-h-9 cursor-pointer grid-cols-[150px_190px_minmax(0,1fr)_auto] items-center gap-3 px-4 py-1.5 hover:bg-hover phone:grid-cols-1">
                <time dateTime={entry.at} className="numeric text-12 text-text-3">
                  {format.format(new Date(entry.at))}
                </time>
                <span className="mono text-12">{entry.operation}</span>
                <span className="min-w-0 truncate phone:whitespace-normal">
                  <span className="font-550">
                    <VisibleName text={entry.actorName} />
                  </span>{" "}
                  <span className="text-text-2">
                    · <VisibleName text={entry.subjectName} />
                  </span>
                </span>
                <Pill>{entry.door}</Pill>
              </summary>
              <div className="grid gap-3 bg-sunken px-4 py-3 text-12">
                <p className="text-text-3">
                  {entry.actorKind}, on {entry.subjectKind} <span className="mono">{entry.subjectId}</span>, request{" "}
                  <span className="mono">{entry.requestId}</span>
                </p>
                <Change title="Before" value={entry.before} />
                <Change title="After" value={entry.after} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Change({ title, value }: { title: string; value: Record<string, unknown> | null }) {
  if (value === null) return null;
  return (
    <div>
      <p className="font-550">{title}</p>
      <pre className="mono overflow-x-auto whitespace-pre-wrap break-words">{JSON.stringify(value, null, 2)}</pre>
    </div>
  );
}

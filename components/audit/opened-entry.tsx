import { changeLines } from "#components/audit/change-lines.ts";
import { DiffList } from "#components/patterns/diff-list.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import * as words from "#components/words/audit/opened-entry.ts";
import type { AuditEntry } from "#lib/audit/entries/schema.ts";

/** All of one entry: what was before and after, and what it can be found by. */
export function OpenedEntry({ entry }: { entry: AuditEntry }) {
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

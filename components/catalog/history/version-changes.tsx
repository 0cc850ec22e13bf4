import { linesOfDiff } from "#components/catalog/history/lines-of-diff.ts";
import { fieldName } from "#components/catalog/said/read-said.ts";
import { DiffList } from "#components/patterns/diff-list.tsx";
import { VisibleName } from "#components/patterns/visible-name.tsx";
import * as words from "#components/words/catalog/history/changes-list.tsx";
import type { EntityVersion } from "#lib/catalog/entities/history/list-versions.ts";

type Change = EntityVersion["changes"][number];

/** What a version changed, field by field: a value and what it was, the items that came and went, the lines of a text that differ. */
export function VersionChanges({ version }: { version: EntityVersion }) {
  if (version.version === 1) return <p className="text-text-2">{words.firstSeen}</p>;
  if (version.changes.length === 0) return <p className="text-text-2">{words.onlyWhereItStands}</p>;
  return (
    <dl aria-label={words.whatChangedInVersion(version.version)} className="grid gap-3">
      {[...Map.groupBy(version.changes, ({ path }) => path)].map(([path, changes]) => (
        <div key={path} className="grid grid-cols-[140px_minmax(0,1fr)] gap-x-4 gap-y-1 phone:grid-cols-1">
          <dt className="text-text-3 [overflow-wrap:anywhere]" title={path}>
            {fieldName(path)}
          </dt>
          <dd className="grid min-w-0 gap-1">
            <FieldChange path={path} changes={changes} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FieldChange({ path, changes }: { path: string; changes: Change[] }) {
  const [only] = changes;
  const isText = [only?.before, only?.after].some((text) => text?.includes("\n"));
  if (changes.length === 1 && only !== undefined && isText)
    return <DiffList label={fieldName(path)} lines={linesOfDiff(only.before ?? "", only.after ?? "")} />;
  return changes.map(({ before, after }) => (
    <span key={`${before} ${after}`} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      {before === null ? null : <Value kind="was" text={before} />}
      {before !== null && after !== null ? (
        <span aria-hidden="true" className="text-text-3">
          →
        </span>
      ) : null}
      {after === null ? null : <Value kind="is" text={after} />}
    </span>
  ));
}

const shapes = {
  was: { Tag: "del", className: "bg-bad-tint text-bad-text line-through", word: words.was },
  is: { Tag: "ins", className: "bg-ok-tint text-ok-text no-underline", word: words.is },
} as const;

function Value({ kind, text }: { kind: keyof typeof shapes; text: string }) {
  const { Tag, className, word } = shapes[kind];
  return (
    <Tag className={`rounded-1 px-1.5 py-0.5 [overflow-wrap:anywhere] ${className}`}>
      <span className="sr-only">{word} </span>
      <VisibleName text={text} />
    </Tag>
  );
}

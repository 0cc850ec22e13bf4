import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/definition/schema-lines.ts";
import type { SchemaView } from "#lib/catalog/definitions/schema.ts";

/** A body, an answer or a type: its lines, what is inside what, and how one looks. */
export function SchemaLines({ view }: { view: SchemaView }) {
  const { label, description, type, rows, example } = view;
  // Two lines may be the same in all they say: their place, which never changes, tells them apart.
  const keyed = rows.map((row, place) => ({ ...row, key: `${place} ${row.name}` }));
  return (
    <div className="min-w-0 rounded-2 border border-line">
      <div className="flex flex-wrap items-baseline gap-x-3 px-3 py-1.5 text-12">
        <span className="font-550">{label}</span>
        {type === "" || type === label ? null : (
          <code className="mono text-text-2 [overflow-wrap:anywhere]">{type}</code>
        )}
        <span className="min-w-0 text-text-3 [overflow-wrap:anywhere]">{description}</span>
      </div>
      {rows.length === 0 ? null : (
        <ul aria-label={words.partsOf(label)} className="border-t border-line">
          {keyed.map((row) => (
            <li
              key={row.key}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-b border-line px-3 py-1 text-12 last:border-b-0"
              style={{ paddingLeft: 12 + row.depth * 18 }}
            >
              <code className="mono font-500 [overflow-wrap:anywhere]">{row.name}</code>
              <code className="mono text-text-3 [overflow-wrap:anywhere]">{row.type}</code>
              {row.isRequired ? <span className="text-text-2">{words.required}</span> : null}
              {row.isDeprecated ? <Pill tone="warn">{words.deprecated}</Pill> : null}
              {row.description === "" ? null : (
                <span className="basis-full text-text-2 [overflow-wrap:anywhere]">{row.description}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {example === null ? null : (
        <details className="border-t border-line">
          <summary className="flex min-h-7 cursor-pointer items-center px-3 text-12 text-text-3 hover:bg-hover">
            {words.example}
          </summary>
          <pre className="mono border-t border-line bg-sunken px-3 py-2 text-12 leading-[20px] [overflow-wrap:anywhere] whitespace-pre-wrap">
            {example}
          </pre>
        </details>
      )}
    </div>
  );
}

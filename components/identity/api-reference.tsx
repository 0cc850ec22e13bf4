import { CodeBlock } from "#components/ui/code-block.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { countText } from "#components/words/format.ts";
import * as words from "#components/words/identity/api-reference.ts";
import type { ReferenceEntry, ReferenceSection } from "#lib/web/rest/reference.ts";

/** The REST door by noun; each operation opens to its fields and a request to copy. */
export function ApiReference({ sections, origin }: { sections: ReferenceSection[]; origin: string }) {
  return (
    <div className="grid gap-6">
      {sections.map((section) => (
        <Panel key={section.noun} title={section.noun} more={countText(section.entries.length, words.operation)}>
          <ul>
            {section.entries.map((entry) => (
              <li key={entry.name} className="border-line border-t first:border-t-0">
                <Entry entry={entry} origin={origin} />
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}

function Entry({ entry, origin }: { entry: ReferenceEntry; origin: string }) {
  return (
    <details>
      <summary className="grid min-h-9 cursor-pointer grid-cols-[64px_minmax(0,320px)_minmax(0,1fr)_auto] items-center gap-3 px-4 py-1.5 hover:bg-hover phone:grid-cols-1 phone:gap-1">
        <span className="mono font-550 text-12 text-accent-text">{entry.method}</span>
        <span className="mono text-12 break-all">{entry.path}</span>
        <span className="text-text-2">{entry.summary}</span>
        <Pill mono>{entry.permission}</Pill>
      </summary>
      <div className="grid gap-4 bg-sunken p-4">
        {entry.fields.length === 0 ? (
          <p className="text-text-3">{words.takesNothing}</p>
        ) : (
          <Table label={words.fieldsOf(entry.name)}>
            <TableHead>
              <TableHeader>{words.field}</TableHeader>
              <TableHeader>{words.type}</TableHeader>
              <TableHeader>{words.needed}</TableHeader>
              <TableHeader>{words.note}</TableHeader>
            </TableHead>
            <TableBody>
              {entry.fields.map((field) => (
                <TableRow key={field.name}>
                  <TableCell strong>
                    <span className="mono">{field.name}</span>
                  </TableCell>
                  <TableCell>{field.type}</TableCell>
                  <TableCell>{field.isRequired ? words.yes : words.no}</TableCell>
                  <TableCell>{field.note ?? ""}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
        <CodeBlock label={words.exampleOf(entry.name)} text={exampleRequest(entry, origin)} />
      </div>
    </details>
  );
}

function exampleRequest(entry: ReferenceEntry, origin: string): string {
  const lines = [`curl -X ${entry.method} ${origin}${entry.path} \\`, `  -H "Authorization: Bearer $CAUSEWAY_KEY"`];
  if (entry.example !== null) {
    lines[1] += " \\";
    lines.push('  -H "Content-Type: application/json" \\', `  -d '${JSON.stringify(entry.example)}'`);
  }
  return lines.join("\n");
}

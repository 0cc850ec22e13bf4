"use client";
import { useState } from "react";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import * as words from "#components/words/identity/reference-entry-row.ts";
import type { ReferenceEntry } from "#lib/web/rest/reference.ts";

/** One operation. What it takes is drawn when it is opened: all of them at once would be a page of five thousand elements. */
export function ReferenceEntryRow({ entry, origin }: { entry: ReferenceEntry; origin: string }) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details onToggle={(event) => event.currentTarget.open && setWasOpened(true)}>
      <summary className="grid min-h-9 cursor-pointer grid-cols-[64px_minmax(0,320px)_minmax(0,1fr)_auto] items-center gap-3 px-4 py-1.5 hover:bg-hover phone:grid-cols-1 phone:gap-1">
        <span className="mono font-550 text-12 text-accent-text">{entry.method}</span>
        <span className="mono text-12 break-all">{entry.path}</span>
        <span className="text-text-2">{entry.summary}</span>
        <Pill mono>{entry.permission}</Pill>
      </summary>
      {wasOpened ? <Opened entry={entry} origin={origin} /> : null}
    </details>
  );
}

function Opened({ entry, origin }: { entry: ReferenceEntry; origin: string }) {
  return (
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

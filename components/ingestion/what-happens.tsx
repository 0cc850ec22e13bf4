import { KeyValue } from "#components/ui/key-value.tsx";
import { Panel } from "#components/ui/panel.tsx";

/** Beside the form: what pressing the buttons does and does not do. */
export function WhatHappens() {
  return (
    <Panel title="What will happen">
      <div className="grid gap-3 p-4 text-text-2">
        <p>
          <b className="font-550 text-text">Check first</b> reads everything and compares it with the catalog. Nothing
          is written.
        </p>
        <p>
          <b className="font-550 text-text">Import</b> writes all entities with their history and the report together,
          or nothing. Scores follow at once.
        </p>
        <p>Every file ends as an entity or as a line that says why not. What the source does not name stays.</p>
      </div>
      <div className="border-t border-line p-4">
        <KeyValue
          termWidth={92}
          items={[
            { term: "Format", value: "Backstage descriptors, with locations and $text, $json, $yaml" },
            { term: "Per file", value: "5 MB, 1,000 documents" },
            { term: "Repository", value: "100 MB, one minute to clone" },
            { term: "Recorded", value: "in the audit log, under your name" },
          ]}
        />
      </div>
    </Panel>
  );
}

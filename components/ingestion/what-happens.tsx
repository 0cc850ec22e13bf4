import { KeyValue } from "#components/ui/key-value.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/ingestion/what-happens.tsx";

/** Beside the form: what pressing the buttons does and does not do. */
export function WhatHappens() {
  return (
    <Panel title={words.whatWillHappen}>
      <div className="grid gap-3 p-4 text-text-2">
        <p>{words.readsEverythingAndCompares(<b className="font-550 text-text">{words.checkFirst}</b>)}</p>
        <p>{words.writesAllEntitiesWithTheir(<b className="font-550 text-text">{words.importLabel}</b>)}</p>
        <p>{words.everyFileEnds}</p>
      </div>
      <div className="border-t border-line p-4">
        <KeyValue
          termWidth={92}
          items={[
            { term: words.format, value: words.backstageDescriptorsWithLocations },
            { term: words.perFile, value: "5 MB, 1,000 documents" },
            { term: words.repository, value: words.limitsOfClones },
            { term: words.recorded, value: words.inTheAuditLogUnder },
          ]}
        />
      </div>
    </Panel>
  );
}

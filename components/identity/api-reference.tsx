import { ReferenceEntryRow } from "#components/identity/reference-entry-row.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { countText } from "#components/words/format.ts";
import * as words from "#components/words/identity/api-reference.ts";
import type { ReferenceSection } from "#lib/web/rest/reference.ts";

/** The REST door by noun; each operation opens to its fields and a request to copy. */
export function ApiReference({ sections, origin }: { sections: ReferenceSection[]; origin: string }) {
  return (
    <div className="grid gap-6">
      {sections.map((section) => (
        <Panel key={section.noun} title={section.noun} more={countText(section.entries.length, words.operation)}>
          <ul>
            {section.entries.map((entry) => (
              <li key={entry.name} className="border-line border-t first:border-t-0">
                <ReferenceEntryRow entry={entry} origin={origin} />
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}

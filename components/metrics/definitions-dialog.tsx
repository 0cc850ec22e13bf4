"use client";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { BookOpen } from "#components/ui/icons.tsx";
import * as words from "#components/words/metrics/definitions-dialog.tsx";
import { metricDefinitions } from "#lib/metrics/delivery/definitions.ts";

/** What each number means, in the words that the code is held to. */
export function DefinitionsDialog({ timeZone }: { timeZone: string }) {
  return (
    <Dialog
      size="lg"
      trigger={
        <Button variant="ghost" icon={<BookOpen />}>
          {words.definitions}
        </Button>
      }
      title={words.howTheseAreMeasured}
      description={words.howTheseDescription(timeZone)}
    >
      <dl className="grid gap-4">
        {metricDefinitions.map((definition) => (
          <div key={definition.id}>
            <dt className="font-550">{definition.name}</dt>
            <dd className="text-text-2">{definition.formula}</dd>
            <dd className="mt-0.5 text-12 text-text-3">{words.notMeasurableWhen(definition.notMeasurableWhen)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

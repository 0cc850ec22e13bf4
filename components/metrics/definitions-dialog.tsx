"use client";
import { BookOpen } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { metricDefinitions } from "#lib/metrics/delivery/definitions.ts";

/** What each number means, in the words that the code is held to. */
export function DefinitionsDialog({ timeZone }: { timeZone: string }) {
  return (
    <Dialog
      size="lg"
      trigger={
        <Button variant="ghost" icon={<BookOpen />}>
          Definitions
        </Button>
      }
      title="How these are measured"
      description={`Days and weeks are those of ${timeZone}; a week starts on Monday. Percentiles interpolate between ranks (type 7). Teams are pooled, never averaged. Changes by bots are left out and counted.`}
    >
      <dl className="grid gap-4">
        {metricDefinitions.map((definition) => (
          <div key={definition.id}>
            <dt className="font-550">{definition.name}</dt>
            <dd className="text-text-2">{definition.formula}</dd>
            <dd className="mt-0.5 text-12 text-text-3">Not measurable when {definition.notMeasurableWhen}.</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

import * as words from "#components/words/metrics/change-stages.ts";
import { durationText } from "#components/words/units.ts";
import type { DeliveryRow } from "#lib/metrics/delivery/schema.ts";

const stages = [
  { key: "codingHours", label: words.coding, color: "var(--chart-1)" },
  { key: "reviewHours", label: words.review, color: "var(--chart-2)" },
  { key: "deployHours", label: words.deploy, color: "var(--chart-3)" },
] as const;

/** Where the time of a change went, as three lengths. Drawn only when all three are known: a missing one is not 0. */
export function ChangeStages({ row }: { row: DeliveryRow }) {
  const known = stages.map((stage) => ({ ...stage, hours: row.stages?.[stage.key] ?? null }));
  if (known.some((stage) => stage.hours === null)) return <span className="text-12 text-text-3">{words.notKnown}</span>;
  const text = known.map((stage) => `${stage.label} ${durationText(stage.hours ?? 0)}`).join(", ");
  return (
    <span role="img" aria-label={text} title={text} className="flex w-40 gap-[2px]">
      {known.map((stage) => (
        <span
          key={stage.key}
          className="h-2.5 min-w-[3px] rounded-paver"
          style={{ background: stage.color, flexGrow: stage.hours ?? 0, flexBasis: 0 }}
        />
      ))}
    </span>
  );
}

/** What the colours of the lengths mean. */
export function StageLegend() {
  return (
    <span className="flex flex-wrap gap-x-3 text-12 text-text-2">
      {stages.map((stage) => (
        <span key={stage.key} className="inline-flex items-center gap-1.5">
          <span className="size-2.5 rounded-paver" style={{ background: stage.color }} />
          {stage.label}
        </span>
      ))}
    </span>
  );
}

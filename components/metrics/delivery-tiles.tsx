import { type DeliveryView, deliveryHref } from "#components/metrics/delivery-view.ts";
import { changeOf, metricText } from "#components/metrics/metric-text.ts";
import { SendEvents } from "#components/metrics/send-events.tsx";
import { NotMeasurable, Tile } from "#components/patterns/tile.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/metrics/delivery-tiles.tsx";
import { scaledHours, shortNumber } from "#components/words/units.ts";
import { type MetricDefinition, metricDefinitions } from "#lib/metrics/delivery/definitions.ts";
import type { MetricResult, MetricWeek } from "#lib/metrics/delivery/schema.ts";

export type DeliveryTilesProps = { org: string; view: DeliveryView; results: MetricResult[] };

const groups = [
  { id: "throughput", label: words.throughput, columns: "grid-cols-3" },
  { id: "instability", label: words.instability, columns: "grid-cols-2" },
] as const;

/** DORA's five, grouped as DORA groups them. Choosing one draws it below. */
export function DeliveryTiles({ org, view, results }: DeliveryTilesProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 wide:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      {groups.map((group) => (
        <section key={group.id} aria-label={group.label} className="min-w-0">
          <h2 className="mb-1.5 text-12 font-500 text-text-2">{group.label}</h2>
          <div className={`grid ${group.columns} gap-2 phone:grid-cols-1`}>
            {metricDefinitions
              .filter((definition) => definition.group === group.id)
              .map((definition) => {
                const result = results.find((candidate) => candidate.id === definition.id);
                return result === undefined ? null : (
                  <MetricTile key={definition.id} org={org} view={view} definition={definition} result={result} />
                );
              })}
          </div>
        </section>
      ))}
    </div>
  );
}

type MetricTileProps = { org: string; view: DeliveryView; definition: MetricDefinition; result: MetricResult };

function MetricTile({ org, view, definition, result }: MetricTileProps) {
  if (result.notMeasurable !== null || result.value === null) {
    const { reason = words.noData, needs = null } = result.notMeasurable ?? {};
    return (
      <NotMeasurable
        name={definition.name}
        reason={reason}
        action={needs === null ? undefined : <SendEvents org={org} needs={needs} />}
      />
    );
  }
  const shown =
    definition.unit === "hours"
      ? scaledHours(result.value)
      : { value: shortNumber(result.value), unit: definition.unit === "percent" ? "%" : definition.unit };
  return (
    <Tile
      name={definition.name}
      value={shown.value}
      unit={definition.unit === "hours" ? `${shown.unit} p50` : shown.unit}
      spread={spreadOf(definition, result)}
      points={courseOf(definition, result.weeks)}
      previous={result.previous === null ? undefined : courseOf(definition, result.previous.weeks)}
      change={changeOf(result)}
      sampleSize={result.n}
      pill={result.isLowSample ? <Pill tone="warn">{words.fewMany(definition.noun.many)}</Pill> : undefined}
      selected={view.metric === definition.id}
      href={deliveryHref(org, view, { metric: definition.id, verdict: "counted" })}
    />
  );
}

function spreadOf(definition: MetricDefinition, result: MetricResult) {
  if (result.interval !== null) {
    return [
      {
        label: words.ci,
        value: `${shortNumber(result.interval.lowPercent)} to ${shortNumber(result.interval.highPercent)}`,
      },
    ];
  }
  return [
    { label: "p75", value: result.p75 === null ? "none" : metricText(definition, result.p75) },
    { label: "p90", value: result.p90 === null ? "none" : metricText(definition, result.p90) },
  ];
}

// Weeks that lie in the window only in part are left to the chart: of a count they look like a fall, of a median they are few rows.
function courseOf(definition: MetricDefinition, weeks: MetricWeek[]): number[] {
  const whole = weeks.filter((week) => !week.isPartial);
  if (definition.unit === "days a week") return whole.map((week) => week.n);
  return whole.flatMap((week) => (week.value === null ? [] : [week.value]));
}

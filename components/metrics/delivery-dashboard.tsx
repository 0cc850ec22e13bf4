import { DeliveryChart } from "#components/metrics/delivery-chart.tsx";
import { DeliveryFilters } from "#components/metrics/delivery-filters.tsx";
import { DeliveryRows } from "#components/metrics/delivery-rows.tsx";
import { DeliveryTiles } from "#components/metrics/delivery-tiles.tsx";
import { type DeliveryView, ranges } from "#components/metrics/delivery-view.ts";
import { TeamTable } from "#components/metrics/team-table.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { dayText } from "#components/words/format.ts";
import * as words from "#components/words/metrics/delivery-dashboard.ts";
import { addDays } from "#lib/metrics/delivery/calendar.ts";
import type { DeliveryReport, DeliveryRows as Rows } from "#lib/metrics/delivery/schema.ts";

export type DeliveryDashboardProps = { org: string; view: DeliveryView; report: DeliveryReport; rows: Rows | null };

/** DORA's five: what is true, how it came about, and the rows behind it. */
export function DeliveryDashboard({ org, view, report, rows }: DeliveryDashboardProps) {
  const chosen = report.metrics.find((metric) => metric.id === view.metric);
  return (
    <>
      <PageHeader title={words.delivery} sub={sentenceOf(view, report)} />
      <DeliveryFilters org={org} view={view} report={report} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <DeliveryTiles org={org} view={view} results={report.metrics} />
        {chosen === undefined ? null : (
          <DeliveryChart org={org} view={view} result={chosen}>
            {rows === null ? null : (
              <DeliveryRows org={org} view={view} result={chosen} rows={rows} timeZone={report.window.timeZone} />
            )}
          </DeliveryChart>
        )}
        {view.team === undefined ? <TeamTable org={org} view={view} teams={report.teams} /> : null}
      </div>
    </>
  );
}

// What the numbers are about, with what was left out, in one sentence.
function sentenceOf(view: DeliveryView, report: DeliveryReport): string {
  const { window, services, team } = report;
  const bots =
    report.metrics.find((metric) => metric.id === "change-lead-time")?.leftOut.find(({ reason }) => reason === "bot")
      ?.count ?? 0;
  const whose = team === null ? "" : ` of ${team.title}`;
  const last = dayText(addDays(window.to, -1), "longDay");
  if (services === 0) return words.dorasFiveNothingWasDeployed(whose, ranges[view.range].days, last);
  return words.dorasFiveOverProductionDeployments(
    services,
    whose,
    window.timeZone,
    ranges[view.range].days,
    last,
    bots,
  );
}

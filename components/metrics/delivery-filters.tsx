import { DefinitionsDialog } from "#components/metrics/definitions-dialog.tsx";
import { type DeliveryView, deliveryHref, type Range, ranges } from "#components/metrics/delivery-view.ts";
import { windowText } from "#components/metrics/metric-text.ts";
import { TeamSelect } from "#components/metrics/team-select.tsx";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { Calendar, Download, GitCompareArrows } from "#components/ui/icons.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import * as words from "#components/words/metrics/delivery-filters.ts";
import type { DeliveryReport } from "#lib/metrics/delivery/schema.ts";

export type DeliveryFiltersProps = { org: string; view: DeliveryView; report: DeliveryReport };

/** The choices that every tile, the chart and the rows obey. */
export function DeliveryFilters({ org, view, report }: DeliveryFiltersProps) {
  const teams = report.teamOptions.map((team) => ({
    ...team,
    href: deliveryHref(org, view, { team: team.identifier }),
  }));
  const { days } = ranges[view.range];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="inline-flex h-[30px] items-center gap-1.5 rounded-2 border border-line bg-sunken px-[11px] text-text-2 [&_.lucide]:size-3.5 [&_.lucide]:text-text-3">
        <Calendar aria-hidden />
        {windowText(report.window)}
      </span>
      <Segmented
        label={words.range}
        value={view.range}
        items={(Object.keys(ranges) as Range[]).map((range) => ({
          value: range,
          label: ranges[range].label,
          href: deliveryHref(org, view, { range }),
        }))}
      />
      <Button icon={<GitCompareArrows />} href={deliveryHref(org, view, { isCompared: !view.isCompared })}>
        {view.isCompared ? words.comparedWithTheDaysBefore(days) : words.compareWithBefore}
      </Button>
      <TeamSelect team={view.team} teams={teams} allHref={deliveryHref(org, view, { team: undefined })} />
      <span className="ml-auto flex items-center gap-1 phone:ml-0">
        <DefinitionsDialog timeZone={report.window.timeZone} />
        <a className={buttonClass("ghost")} href={deliveryHref(org, view, { page: 1 }, "/rows.csv")} download>
          <Download aria-hidden /> {words.exportLabel}
        </a>
      </span>
    </div>
  );
}

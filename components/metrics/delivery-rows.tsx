import { entityHref } from "#components/catalog/entity-href.ts";
import { ChangeStages, StageLegend } from "#components/metrics/change-stages.tsx";
import { type DeliveryView, deliveryHref } from "#components/metrics/delivery-view.ts";
import { metricText } from "#components/metrics/metric-text.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { CircleSlash2, X } from "#components/ui/icons.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { countText, dayText, momentText } from "#components/words/format.ts";
import * as words from "#components/words/metrics/delivery-rows.tsx";
import { durationText } from "#components/words/units.ts";
import { leftOutReasons, type MetricId, metricDefinition } from "#lib/metrics/delivery/definitions.ts";
import type { DeliveryRow, MetricResult, DeliveryRows as Rows } from "#lib/metrics/delivery/schema.ts";

export type DeliveryRowsProps = { org: string; view: DeliveryView; result: MetricResult; rows: Rows; timeZone: string };

/** The rows of the chosen week: those that were counted, and those left out with the reason. */
export function DeliveryRows({ org, view, result, rows, timeZone }: DeliveryRowsProps) {
  const definition = metricDefinition(result.id);
  const leftOut = rows.leftOut.reduce((sum, { count }) => sum + count, 0);
  const week = result.weeks.find((candidate) => candidate.week === view.week);
  const order =
    definition.unit === "hours"
      ? words.slowestFirst
      : definition.unit === "percent"
        ? words.thoseInTheShareFirst
        : words.latestFirst;
  return (
    <section id="rows" aria-label={words.rows} className="scroll-mt-4 border-t border-line">
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-sunken px-4 py-1.5">
        <h3 className="font-600">
          {view.week === undefined ? words.theWholeWindow : words.weekOf(dayText(view.week, "longDay"))}
        </h3>
        {week?.value !== null && week !== undefined && definition.unit !== "days a week" ? (
          <Pill tone="accent">
            {definition.unit === "hours" ? "p50 " : ""}
            {metricText(definition, week.value)}
            {week.p90 === null ? "" : ` · p90 ${metricText(definition, week.p90)}`}
          </Pill>
        ) : null}
        <span className="text-text-3">
          {countText(rows.counted, definition.noun)}, {order}
        </span>
        <span className="ml-auto flex items-center gap-2">
          <Segmented
            label={words.whichRows}
            value={view.verdict}
            items={[
              {
                value: "counted",
                label: words.counted,
                count: rows.counted,
                href: `${deliveryHref(org, view, { verdict: "counted" })}#rows`,
              },
              {
                value: "left-out",
                label: words.leftOut,
                count: leftOut,
                href: `${deliveryHref(org, view, { verdict: "left-out" })}#rows`,
              },
            ]}
          />
          <IconButton
            label={words.closeTheRows}
            icon={<X />}
            size="sm"
            variant="ghost"
            href={deliveryHref(org, view, { week: undefined, verdict: "counted" })}
          />
        </span>
      </div>
      {rows.rows.length === 0 ? (
        <p className="px-4 py-6 text-center text-text-3">
          {view.verdict === "counted" ? words.nothingWasCountedInThisWeek : words.nothingWasLeftOut}
        </p>
      ) : (
        <RowTable org={org} metric={result.id} verdict={view.verdict} rows={rows.rows} timeZone={timeZone} />
      )}
      <RowsFoot org={org} view={view} rows={rows} leftOut={leftOut} />
    </section>
  );
}

type RowTableProps = {
  org: string;
  metric: MetricId;
  verdict: DeliveryView["verdict"];
  rows: DeliveryRow[];
  timeZone: string;
};

function RowTable({ org, metric, verdict, rows, timeZone }: RowTableProps) {
  const isChange = metric === "change-lead-time";
  const isLeftOut = verdict === "left-out";
  return (
    <Table label={words.rowsBehindTheNumber}>
      <TableHead>
        <TableHeader>{isChange ? words.change : words.deployment}</TableHeader>
        <TableHeader>{words.service}</TableHeader>
        <TableHeader>{isChange ? words.firstCommit : words.by}</TableHeader>
        <TableHeader>{isChange ? words.inProduction : words.finished}</TableHeader>
        {isLeftOut ? <TableHeader>{words.whyItIsLeftOut}</TableHeader> : null}
        {isChange && !isLeftOut ? <TableHeader>{words.whereTheTimeWent}</TableHeader> : null}
        {isLeftOut ? null : <TableHeader end>{lastHeading[metric]}</TableHeader>}
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell strong={isChange} className="max-w-[340px]">
              <span className={isChange ? "cut block" : "mono"}>{row.title}</span>
            </TableCell>
            <TableCell>
              {row.entity === null ? (
                <span className="text-text-3">{words.notInTheCatalog(row.serviceRef)}</span>
              ) : (
                <TextLink href={entityHref(org, row.entity)}>{row.entity.title}</TextLink>
              )}
            </TableCell>
            <TableCell className="text-text-2">
              {isChange
                ? row.startedAt === null
                  ? words.notKnown
                  : momentText(row.startedAt, timeZone)
                : (row.detail ?? words.notKnown)}
            </TableCell>
            <TableCell className="numeric text-text-2">{momentText(row.finishedAt, timeZone)}</TableCell>
            {isLeftOut ? (
              <TableCell className="text-text-2">{row.reason === null ? "" : leftOutReasons[row.reason]}</TableCell>
            ) : null}
            {isChange && !isLeftOut ? (
              <TableCell>
                <ChangeStages row={row} />
              </TableCell>
            ) : null}
            {isLeftOut ? null : (
              <TableCell end strong={row.hours !== null}>
                {row.hours === null ? <Verdict metric={metric} isHit={row.isHit} /> : durationText(row.hours)}
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const lastHeading: Record<MetricId, string> = {
  "change-lead-time": words.leadTime,
  "deployment-frequency": words.result,
  "failed-deployment-recovery": words.recoveredAfter,
  "change-fail-rate": words.result,
  "deployment-rework-rate": words.result,
};

function Verdict({ metric, isHit }: { metric: MetricId; isHit: boolean }) {
  if (metric === "change-fail-rate")
    return isHit ? <Pill tone="bad">{words.failed}</Pill> : <span className="text-text-3">{words.held}</span>;
  if (metric === "deployment-rework-rate")
    return isHit ? <Pill tone="warn">{words.unplanned}</Pill> : <span className="text-text-3">{words.planned}</span>;
  return <span className="text-text-3">{words.inProductionInline}</span>;
}

function RowsFoot({ org, view, rows, leftOut }: { org: string; view: DeliveryView; rows: Rows; leftOut: number }) {
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-sunken px-4 py-1.5 text-12 text-text-2">
      <span className="inline-flex items-center gap-2 font-550">
        <CircleSlash2 aria-hidden className="!size-3.5 text-text-3" />
        {words.leftOutOf(leftOut)}
      </span>
      {rows.leftOut.map(({ reason, count }) => (
        <span key={reason}>
          {count} {leftOutReasons[reason]}
        </span>
      ))}
      <span className="ml-auto flex items-center gap-3">
        {view.metric === "change-lead-time" && view.verdict === "counted" ? <StageLegend /> : null}
        {rows.pages > 1 ? (
          <>
            {rows.page > 1 ? (
              <Button size="sm" href={`${deliveryHref(org, view, { page: rows.page - 1 })}#rows`}>
                {words.earlierRows}
              </Button>
            ) : null}
            <span className="numeric text-text-3">{words.pageOf(rows.page, rows.pages)}</span>
            {rows.page < rows.pages ? (
              <Button size="sm" href={`${deliveryHref(org, view, { page: rows.page + 1 })}#rows`}>
                {words.moreRows}
              </Button>
            ) : null}
          </>
        ) : null}
      </span>
    </div>
  );
}

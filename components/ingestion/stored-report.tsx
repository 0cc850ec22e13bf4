import { ReportLines } from "#components/ingestion/report-lines.tsx";
import { type LineCounts, ReportSums } from "#components/ingestion/report-sums.tsx";
import { shortRevision } from "#components/ingestion/report-text.ts";
import { SourceKindIcon, sourceKindName } from "#components/ingestion/source-kind.tsx";
import { type VerdictChoice, VerdictFilter } from "#components/ingestion/verdict-filter.tsx";
import { verdictOrder } from "#components/ingestion/verdict-pill.tsx";
import { TableFoot } from "#components/patterns/data-table/table-foot.tsx";
import { Columns } from "#components/patterns/page.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/ingestion/stored-report.ts";
import { elapsedText } from "#components/words/units.ts";
import type { ImportLine, ImportSummary } from "#lib/ingestion/imports/schema.ts";

export const linesPerPage = 200;

type Report = ImportSummary & { lineCounts: LineCounts; lines: ImportLine[]; nextCursor: number | null };
export type StoredReportProps = { org: string; report: Report; choice: VerdictChoice };

/** The report of a finished import, a page of lines at a time. */
export function StoredReport({ org, report, choice }: StoredReportProps) {
  const href = `/${org}/sources/imports/${report.importId}`;
  const { lineCounts } = report;
  return (
    <>
      <ReportSums counts={report} lineCounts={lineCounts} />
      <Columns aside={272} side={<Circumstances report={report} />}>
        <div className="grid gap-2">
          <VerdictFilter value={choice} lineCounts={lineCounts} href={href} />
          <ReportLines
            org={org}
            lines={report.lines}
            lineCounts={lineCounts}
            foot={<Pages report={report} choice={choice} href={href} />}
          />
        </div>
      </Columns>
    </>
  );
}

// Lines are numbered through all verdicts in the order in which they are shown, so a page is known by the line before it.
function Pages({ report, choice, href }: { report: Report; choice: VerdictChoice; href: string }) {
  const first = report.lines[0]?.position;
  if (first === undefined) return null;
  const { lineCounts } = report;
  const isShown = (verdict: string) => choice === "all" || verdict === choice;
  const before = choice === "all" ? [] : verdictOrder.slice(0, verdictOrder.indexOf(choice));
  const offset = before.reduce((sum, verdict) => sum + lineCounts[verdict], 0);
  const total = verdictOrder.filter(isShown).reduce((sum, verdict) => sum + lineCounts[verdict], 0);
  if (total <= report.lines.length) return null;
  const to = (cursor: number | null) => {
    const search = new URLSearchParams({
      ...(choice === "all" ? {} : { verdict: choice }),
      ...(cursor === null || cursor < offset ? {} : { cursor: String(cursor) }),
    });
    return search.size === 0 ? href : `${href}?${search}`;
  };
  const place = first - offset;
  return (
    <TableFoot
      hints={false}
      selectable={false}
      shown={report.lines.length}
      paging={{
        previousHref: place > 0 ? to(first - linesPerPage - 1) : undefined,
        nextHref: report.nextCursor === null ? undefined : to(report.nextCursor),
        before: place,
        total,
      }}
    />
  );
}

function Circumstances({ report }: { report: Report }) {
  const tookMs = Date.parse(report.finishedAt) - Date.parse(report.startedAt);
  return (
    <Panel title={words.thisImport} padded>
      <KeyValue
        termWidth={72}
        items={[
          {
            term: words.source,
            value: (
              <>
                <SourceKindIcon kind={report.sourceKind} />
                {report.sourceName}
              </>
            ),
            source: sourceKindName(report.sourceKind),
          },
          { term: words.location, value: <span className="mono text-12">{report.sourceLocation}</span> },
          ...(report.revision === null
            ? []
            : [
                {
                  term: words.revision,
                  value: (
                    <>
                      <span className="mono text-12">{shortRevision(report.revision)}</span>
                      <CopyButton text={report.revision} label={words.copyTheRevision} />
                    </>
                  ),
                },
              ]),
          { term: words.by, value: <Avatar name={report.actorName} withName /> },
          { term: words.when, value: <RelativeTime at={report.finishedAt} style="long" /> },
          { term: words.took, value: tookMs < 100 ? "under 0.1 s" : elapsedText(tookMs) },
          { term: words.files, value: numberText(report.fileCount) },
        ]}
      />
    </Panel>
  );
}

import type { ReactNode } from "react";
import type { ReportCounts } from "#components/ingestion/report-text.ts";
import { type Verdict, VerdictIcon, verdictMeanings, verdictOrder } from "#components/ingestion/verdict-pill.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Panel } from "#components/ui/panel.tsx";
import { countText, numberText } from "#components/words/format.ts";
import * as words from "#components/words/ingestion/report-sums.tsx";

export type LineCounts = Record<Verdict, number>;
export type FieldCounts = { mapped: number; kept: number; refused: number };
export type ReportSumsProps = {
  counts: ReportCounts;
  lineCounts: LineCounts;
  /** Known right after reading; a stored report has its lines instead. */
  fieldCounts?: FieldCounts | undefined;
};

/** The four sums of a report over one bar of all its lines: nothing is unaccounted for. */
export function ReportSums({ counts, lineCounts, fieldCounts }: ReportSumsProps) {
  const { created, changed, unchanged } = counts;
  const fields = fieldCounts === undefined ? 0 : fieldCounts.mapped + fieldCounts.kept + fieldCounts.refused;
  return (
    <Panel className="overflow-hidden">
      <dl className="grid grid-cols-4 phone:grid-cols-2">
        <Sum
          term={words.entities}
          value={created + changed + unchanged}
          icon={<VerdictIcon verdict="mapped" />}
          note={words.newChangedUnchanged(numberText(created), numberText(changed), numberText(unchanged))}
        />
        <Sum
          term={words.keptAsIs}
          value={lineCounts.kept}
          icon={<VerdictIcon verdict="kept" />}
          note={verdictMeanings.kept}
        />
        <Sum
          term={words.refused}
          value={lineCounts.refused}
          icon={<VerdictIcon verdict="refused" />}
          note={lineCounts.refused === 0 ? words.nothingIsWrong : verdictMeanings.refused}
          bad={lineCounts.refused > 0}
        />
        <Sum
          term={words.skipped}
          value={lineCounts.skipped}
          icon={<VerdictIcon verdict="skipped" />}
          note={verdictMeanings.skipped}
        />
      </dl>
      <LineBar lineCounts={lineCounts} />
      {fieldCounts === undefined || fields === 0 ? null : (
        <p className="border-t border-line px-4 py-2 text-12 text-text-3">
          {words.allAccountedForBecameProperties(
            countText(fields, words.fieldIs),
            numberText(fieldCounts.mapped),
            numberText(fieldCounts.kept),
            numberText(fieldCounts.refused),
          )}
        </p>
      )}
    </Panel>
  );
}

type SumProps = { term: string; value: number; icon: ReactNode; note: string; bad?: boolean };

function Sum({ term, value, icon, note, bad = false }: SumProps) {
  return (
    <div className="grid content-start gap-[2px] border-line border-l px-4 py-3.5 first:border-l-0 phone:border-t phone:odd:border-l-0 phone:[&:nth-child(-n+2)]:border-t-0">
      <dt
        className={classNames(
          "flex items-center gap-2 text-12 [&_.lucide]:size-3.5",
          bad ? "text-bad-text" : "text-text-2",
        )}
      >
        {icon}
        {term}
      </dt>
      <dd className="text-28 leading-tight font-550 tracking-tile tabular-nums">{numberText(value)}</dd>
      <dd className="text-12 text-text-3">{note}</dd>
    </div>
  );
}

const barOrder: Verdict[] = ["mapped", "kept", "refused", "skipped"];
const blocks: Record<Verdict, string> = {
  mapped: "bg-accent-mark",
  kept: "hatched",
  skipped: "bg-level-track",
  refused: "bg-bad-mark",
};
/** Up to here every line is a block of its own. */
const mostBlocks = 120;

function LineBar({ lineCounts }: { lineCounts: LineCounts }) {
  const total = verdictOrder.reduce((sum, verdict) => sum + lineCounts[verdict], 0);
  if (total === 0) return null;
  const parts = barOrder.filter((verdict) => lineCounts[verdict] > 0);
  const label = parts.map((verdict) => `${numberText(lineCounts[verdict])} ${verdict}`).join(", ");
  return (
    <div role="img" aria-label={words.linesOfTheReport(label)} className="flex h-2 gap-[2px] px-[2px] pb-[2px]">
      {parts.flatMap((verdict) =>
        total <= mostBlocks ? (
          Array.from({ length: lineCounts[verdict] }, (_, place) => `${verdict}-${place}`).map((key) => (
            <span key={key} className={classNames("max-w-16 min-w-0 flex-1 rounded-paver", blocks[verdict])} />
          ))
        ) : (
          <span
            key={verdict}
            style={{ flexGrow: lineCounts[verdict] }}
            className={classNames("min-w-1 basis-0 rounded-paver", blocks[verdict])}
          />
        ),
      )}
    </div>
  );
}

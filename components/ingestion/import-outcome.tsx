"use client";
import { type ReactNode, useState } from "react";
import { CatalogGain, type KnownKind } from "#components/ingestion/catalog-gain.tsx";
import type { ImportProblem, ImportResult, Task } from "#components/ingestion/import-work.ts";
import { ProblemNote } from "#components/ingestion/problem-note.tsx";
import { ReportLines } from "#components/ingestion/report-lines.tsx";
import { ReportSums } from "#components/ingestion/report-sums.tsx";
import { reportSentence, shortRevision } from "#components/ingestion/report-text.ts";
import { type VerdictChoice, VerdictFilter } from "#components/ingestion/verdict-filter.tsx";
import { WhatNext } from "#components/ingestion/what-next.tsx";
import { Columns, Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { ArrowLeft, CircleCheck, Import, LayoutGrid, RotateCw } from "#components/ui/icons.tsx";
import { LiveDot } from "#components/ui/live-dot.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { countText, numberText } from "#components/words/format.ts";
import * as words from "#components/words/ingestion/import-outcome.tsx";
import { elapsedText } from "#components/words/units.ts";
import type { ImportPreview } from "#lib/ingestion/imports/schema.ts";

export type ImportOutcomeProps = {
  org: string;
  kinds: KnownKind[];
  result: ImportResult;
  gains: ImportPreview["blueprints"];
  problem: ImportProblem | null;
  progress: ReactNode;
  working: Task | null;
  start: (task: Task) => void;
  back: () => void;
};

/** What an import would do, with the button that does it; or what it did, with the way to it. */
export function ImportOutcome(props: ImportOutcomeProps) {
  const { org, kinds, result, gains, problem, progress } = props;
  const { answer } = result;
  const [choice, setChoice] = useState<VerdictChoice>("all");
  const isDone = result.task === "import";
  const lines = choice === "all" ? answer.lines : answer.lines.filter((line) => line.verdict === choice);
  return (
    <>
      <TopBar
        items={[
          { label: words.sources, href: `/${org}/sources` },
          { label: answer.sourceName },
          { label: isDone ? words.imported : words.dryRun },
        ]}
      >
        <LiveDot>
          {isDone ? words.written : words.read} {words.inTookMs(elapsedText(result.tookMs))}
        </LiveDot>
      </TopBar>
      <Page>
        <PageHeader
          title={reportSentence(answer)}
          pills={
            isDone ? (
              <Pill tone="ok" icon={<CircleCheck aria-hidden />}>
                {words.importedInline}
              </Pill>
            ) : (
              <Pill tone="note">{words.dryRunInline}</Pill>
            )
          }
          sub={<Provenance result={result} />}
          actions={<OutcomeActions {...props} />}
        />
        {progress}
        {problem === null ? null : <ProblemNote problem={problem} />}
        <ReportSums counts={answer} lineCounts={answer.lineCounts} fieldCounts={answer.fieldCounts} />
        <Columns
          aside={272}
          side={
            <>
              {isDone ? <WhatNext org={org} importId={result.answer.importId} /> : null}
              {gains.length > 0 ? <CatalogGain gains={gains} kinds={kinds} /> : null}
            </>
          }
        >
          <div className="grid gap-2">
            <VerdictFilter value={choice} lineCounts={answer.lineCounts} onValueChange={setChoice} />
            <ReportLines
              org={isDone ? org : undefined}
              lines={lines}
              lineCounts={answer.lineCounts}
              foot={<CutNote result={result} />}
            />
          </div>
        </Columns>
      </Page>
    </>
  );
}

function Provenance({ result: { task, answer } }: { result: ImportResult }) {
  return (
    <>
      {task === "check" ? words.dryRunOf : words.from}
      <span className="mono text-12 [overflow-wrap:anywhere]">{answer.sourceLocation}</span>
      {answer.revision === null ? null : (
        <> {words.atShortRevision(<span className="mono text-12">{shortRevision(answer.revision)}</span>)}</>
      )}
      {words.fileCountRead(countText(answer.fileCount, words.file))}{" "}
      {task === "check" ? words.nothingIsWrittenYet : words.theCatalogShowsItAlready}
    </>
  );
}

function OutcomeActions({ org, result, working, start, back }: ImportOutcomeProps) {
  if (result.task === "import") {
    return (
      <>
        <Button variant="ghost" icon={<ArrowLeft aria-hidden />} onClick={back}>
          {words.importMore}
        </Button>
        <Button variant="primary" icon={<LayoutGrid aria-hidden />} href={`/${org}/catalog`}>
          {words.openTheCatalog}
        </Button>
      </>
    );
  }
  const written = result.answer.created + result.answer.changed;
  return (
    <>
      <Button variant="ghost" icon={<ArrowLeft aria-hidden />} disabled={working !== null} onClick={back}>
        {words.changeTheSource}
      </Button>
      <Button
        icon={<RotateCw aria-hidden />}
        busy={working === "check"}
        disabled={working === "import"}
        onClick={() => start("check")}
      >
        {words.checkAgain}
      </Button>
      {written > 0 ? (
        <Button
          variant="primary"
          icon={<Import aria-hidden />}
          busy={working === "import"}
          disabled={working === "check"}
          onClick={() => start("import")}
        >
          {words.importWritten(countText(written, words.entity))}
        </Button>
      ) : null}
    </>
  );
}

// An answer carries the first lines only; the sums above are always of all.
function CutNote({ result: { task, answer } }: { result: ImportResult }) {
  const total = Object.values(answer.lineCounts).reduce((sum, count) => sum + count, 0);
  if (answer.lines.length >= total) return null;
  return (
    <p className="border-t border-line bg-sunken px-4 py-2 text-12 text-text-3">
      {words.ofLinesTheFirst(numberText(total), numberText(answer.lines.length))}{" "}
      {task === "check" ? words.theReportOfTheImport : words.theFullReportHasAll}
    </p>
  );
}

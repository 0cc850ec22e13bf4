"use client";
import { useEffect, useRef, useState } from "react";
import type { KnownKind } from "#components/ingestion/catalog-gain.tsx";
import type { ImportDraft } from "#components/ingestion/import-draft.ts";
import { ImportForm } from "#components/ingestion/import-form.tsx";
import type { ImportOutcomeProps } from "#components/ingestion/import-outcome.tsx";
import {
  describeFailure,
  type ImportProblem,
  type ImportResult,
  runTask,
  type Task,
  taskLabel,
} from "#components/ingestion/import-work.ts";
import { WhatHappens } from "#components/ingestion/what-happens.tsx";
import { Columns, Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { StepProgress } from "#components/ui/step-progress.tsx";
import * as words from "#components/words/ingestion/import-desk.ts";
import type { ImportPreview } from "#lib/ingestion/imports/schema.ts";

export type ImportDeskProps = { org: string; kinds: KnownKind[]; initial: ImportDraft };

const Outcome = new LaterPart<ImportOutcomeProps>(
  async () => (await import("#components/ingestion/import-outcome.tsx")).ImportOutcome,
);

type Work = { task: Task; startedAt: string; stopper: AbortController };

/** The form, then what an import would do, then what it did. Going back loses nothing. */
export function ImportDesk({ org, kinds, initial }: ImportDeskProps) {
  const [draft, setDraft] = useState(initial);
  const [work, setWork] = useState<Work | null>(null);
  const [problem, setProblem] = useState<ImportProblem | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [gains, setGains] = useState<ImportPreview["blueprints"]>([]);
  const [moves, setMoves] = useState(0);
  const top = useRef<HTMLDivElement>(null);

  // An answer, and the form again, are new pages to those who see them and to those who hear them.
  useEffect(() => {
    if (moves === 0) return;
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: "start" });
  }, [moves]);

  function show(next: ImportResult | null) {
    setResult(next);
    setMoves((before) => before + 1);
  }

  async function start(task: Task) {
    const stopper = new AbortController();
    Outcome.prepare();
    setWork({ task, startedAt: new Date().toISOString(), stopper });
    setProblem(null);
    try {
      const outcome = await runTask(org, task, draft, stopper.signal);
      if (!("task" in outcome)) return setProblem(outcome);
      if (outcome.task === "check") setGains(outcome.answer.blueprints);
      show(outcome);
    } catch (error) {
      if (!stopper.signal.aborted) setProblem(describeFailure(error, task, draft));
    } finally {
      setWork(null);
    }
  }

  function change(part: Partial<ImportDraft>) {
    setDraft((before) => ({ ...before, ...part }));
    // What was checked is not what is there now; and a field that is being corrected is not wrong any more.
    setGains([]);
    setProblem(null);
    if (part.way !== undefined) window.history.replaceState(null, "", `?kind=${part.way}`);
  }

  const progress =
    work === null ? null : (
      <span className="inline-flex flex-wrap items-center gap-2">
        <StepProgress label={taskLabel(work.task, draft)} startedAt={work.startedAt} />
        {work.task === "check" ? (
          <Button size="sm" variant="ghost" onClick={() => work.stopper.abort()}>
            {words.stop}
          </Button>
        ) : null}
      </span>
    );
  const shared = { org, problem, progress, working: work?.task ?? null, start };

  return (
    <div ref={top} tabIndex={-1} className="flex flex-1 flex-col !outline-none">
      {result !== null ? (
        <Later
          part={Outcome}
          props={{ ...shared, kinds, result, gains, back: () => show(null) }}
          onLost={() => show(null)}
        />
      ) : (
        <>
          <TopBar items={[{ label: words.sources, href: `/${org}/sources` }, { label: words.importLabel }]} />
          <Page>
            <PageHeader title={words.importIntoTheCatalog} sub={words.importIntoSub} />
            <Columns aside={316} side={<WhatHappens />}>
              <ImportForm {...shared} draft={draft} change={change} />
            </Columns>
          </Page>
        </>
      )}
    </div>
  );
}

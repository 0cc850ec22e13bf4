"use client";
import type { ReactNode } from "react";
import { isUnfinished, placeOf, timelineOf } from "#components/actions/runs/run-steps.ts";
import { useLiveRun } from "#components/actions/runs/use-live-run.ts";
import { Banner } from "#components/patterns/banner.tsx";
import { linkHref } from "#components/patterns/link-href.ts";
import { LogViewer } from "#components/patterns/log-viewer.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { RunStatus, runTone } from "#components/patterns/run-status.tsx";
import { RunRoad, Timeline } from "#components/patterns/timeline.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Code } from "#components/ui/code.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { Box, CircleStop, CircleX, FolderGit2, Link2, RotateCcw } from "#components/ui/icons.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { LiveDot } from "#components/ui/live-dot.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/actions/runs/run-view.tsx";
import { elapsedText } from "#components/words/units.ts";
import type { Run, RunLogLine } from "#lib/actions/runs/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type RunViewProps = {
  org: string;
  run: Run;
  lines: RunLogLine[];
  icon: ReactNode;
  /** What it was started with. */
  inputs: ReactNode;
  mayCancel: boolean;
  mayRun: boolean;
  cancel: () => Promise<MutationResult>;
};

/** One run, as it happens: the road across the page, its steps, what it says, what went in and what came out. */
export function RunView({
  org,
  run: initialRun,
  lines: initialLines,
  icon,
  inputs,
  mayCancel,
  mayRun,
  cancel,
}: RunViewProps) {
  const { run, lines, isOpen, isLive } = useLiveRun(org, initialRun, initialLines);
  const steps = timelineOf(run);
  const place = placeOf(run);
  const current =
    run.steps.find((step) => step.status === "running") ??
    run.steps.findLast((step) => step.status !== "waiting" && step.status !== "skipped");
  async function confirmCancel() {
    const result = await cancel();
    if (!result.ok) throw new Error(result.problem.detail);
  }
  return (
    <>
      <TopBar
        items={[
          { label: words.runs, href: `/${org}/runs` },
          { label: run.action.title, href: `/${org}/runs?action=${run.action.identifier}` },
          { label: `#${run.number}` },
        ]}
      >
        {isOpen ? <LiveDot tone={isLive ? "ok" : "warn"}>{isLive ? words.live : words.connecting}</LiveDot> : null}
        <CopyButton text={typeof location === "undefined" ? "" : location.href} label={words.copyLink} />
      </TopBar>
      <Page>
        <PageHeader
          glyph={<Glyph size="xl" tone={runTone(run.status)} icon={icon} />}
          title={run.title}
          pills={
            <span aria-live="polite">
              <RunStatus status={run.status} detail={run.isCancelRequested && isOpen ? words.cancelling : place} />
            </span>
          }
          sub={<Story run={run} />}
          actions={
            <>
              {mayRun ? (
                <Button
                  variant="ghost"
                  icon={<RotateCcw />}
                  href={`/${org}/actions/${run.action.identifier}?from=${run.number}`}
                >
                  {words.runAgain}
                </Button>
              ) : null}
              {isOpen && mayCancel && !run.isCancelRequested ? (
                <ConfirmDialog
                  trigger={
                    <Button variant="danger" icon={<CircleStop />}>
                      {words.cancelRun}
                    </Button>
                  }
                  title={words.cancelRunQuestion(run.number)}
                  description={words.itEndsBeforeItsNext}
                  confirmLabel={words.cancelRun}
                  danger
                  onConfirm={confirmCancel}
                />
              ) : null}
            </>
          }
        />
        {run.status === "failed" && run.error !== null ? (
          <Banner tone="bad" icon={<CircleX aria-hidden />}>
            <b>{words.currentFailed(current?.title ?? words.thisRun)}</b> {run.error}
          </Banner>
        ) : null}
        <RunRoad steps={steps} label={words.ofStepsDone(run.stepsDone, run.stepCount)} />
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 wide:grid-cols-[268px_minmax(0,1fr)]">
          <div className="grid gap-4 wide:contents">
            <div className="grid content-start gap-4">
              <Timeline label={words.steps} steps={steps} />
              <div className="phone:hidden">{inputs}</div>
            </div>
          </div>
          <div className="grid min-w-0 gap-4">
            <LogViewer
              title={current?.title ?? words.waitingForAWorker}
              live={isOpen}
              lines={lines.map((line) => ({
                number: line.line,
                at: line.at,
                text: line.text,
                kind: line.kind === "warning" ? "warn" : line.kind,
              }))}
            />
            <Outputs org={org} run={run} />
            <div className="hidden phone:block">{inputs}</div>
          </div>
        </div>
      </Page>
    </>
  );
}

function Story({ run }: { run: Run }) {
  const tookMs =
    run.startedAt !== null && run.finishedAt !== null ? Date.parse(run.finishedAt) - Date.parse(run.startedAt) : null;
  return (
    <>
      {words.startedBy(run.startedBy.name, <RelativeTime at={run.createdAt} style="long" />)}
      {run.startedBy.kind === "user" ? words.fromThePortal : words.byKind(run.startedBy.kind)}.
      {tookMs !== null && !isUnfinished(run.status) ? words.tookMs(elapsedText(tookMs)) : ""}
      {run.attempt > 1 ? words.attemptsAfterAWorkerStopped(run.attempt, run.crashCount) : ""}
    </>
  );
}

function Outputs({ org, run }: { org: string; run: Run }) {
  const commit = run.outputs.commit;
  return (
    <Panel title={words.outputs} more={isUnfinished(run.status) ? words.moreAsItsStepsEnd : null}>
      {run.links.length === 0 ? (
        <p className="px-4 py-3 text-12 text-text-3">
          {isUnfinished(run.status) ? words.nothingYet : words.thisRunMadeNothing}
        </p>
      ) : (
        <List label={words.outputs}>
          {run.links.map((link) => (
            <ListItem
              key={link.url}
              tight
              leading={iconOf(link.url)}
              title={<MadeLink url={link.url} title={link.title} />}
              meta={<span className="phone:hidden">{link.url.replace(`/${org}/`, "")}</span>}
            />
          ))}
          {typeof commit === "string" ? (
            <ListItem
              tight
              leading={<Link2 aria-hidden />}
              title={words.commit}
              meta={<Code>{commit.slice(0, 12)}</Code>}
            />
          ) : null}
        </List>
      )}
    </Panel>
  );
}

/** Where a run says that it made something. Addresses come from templates and scripts: what no browser should follow stays text. */
function MadeLink({ url, title }: { url: string; title: string }) {
  const href = linkHref(url);
  return href === null ? title : <TextLink href={href}>{title}</TextLink>;
}

function iconOf(url: string): ReactNode {
  return url.includes("/repositories/") ? <FolderGit2 aria-hidden /> : <Box aria-hidden />;
}

"use client";

import { ConfirmButton } from "#components/patterns/confirm-button.tsx";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/queue/job-buttons.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = { job: string; retry: () => Promise<MutationResult>; discard: () => Promise<MutationResult> };

/** What can be done with a job that failed: run it again, or take it off the queue after asking. */
export function JobButtons({ job, retry, discard }: Props) {
  const { report, isBusy } = useReport();
  return (
    <span className="flex justify-end gap-1">
      <Button size="sm" busy={isBusy} onClick={() => report(retry(), words.runsAgain(job))}>
        {words.runAgain}
      </Button>
      <ConfirmButton
        label={words.discard}
        title={words.discardThis(job)}
        description={words.whatItWouldHaveDone}
        danger
        act={discard}
        done={words.wasDiscarded(job)}
      />
    </span>
  );
}

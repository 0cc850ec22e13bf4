"use client";

import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = { job: string; retry: () => Promise<MutationResult>; discard: () => Promise<MutationResult> };

/** What can be done with a job that failed: run it again, or take it off the queue after asking. */
export function JobButtons({ job, retry, discard }: Props) {
  const { report, isBusy } = useReport();
  return (
    <span className="flex justify-end gap-1">
      <Button size="sm" busy={isBusy} onClick={() => report(retry(), `${job} runs again`)}>
        Run again
      </Button>
      <ConfirmDialog
        trigger={
          <Button variant="ghost" size="sm">
            Discard
          </Button>
        }
        title={`Discard this ${job}?`}
        description="What it would have done is not done, now or later. The audit log keeps that it was discarded."
        confirmLabel="Discard"
        danger
        onConfirm={async () => {
          await report(discard(), `${job} was discarded`);
        }}
      />
    </span>
  );
}

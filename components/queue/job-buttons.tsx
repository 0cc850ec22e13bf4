"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Problem } from "#lib/kernel/errors.ts";

type Result = { ok: true; data: unknown } | { ok: false; problem: Problem };
type Props = { job: string; retry: () => Promise<Result>; discard: () => Promise<Result> };

/** What can be done with a job that failed: run it again, or take it off the queue after asking. */
export function JobButtons({ job, retry, discard }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const act = async (work: () => Promise<Result>, done: string) => {
    setIsBusy(true);
    const result = await work();
    setIsBusy(false);
    toast(result.ok ? { title: done, tone: "ok" } : { title: result.problem.detail, tone: "bad" });
    router.refresh();
  };
  return (
    <span className="flex justify-end gap-1">
      <Button size="sm" busy={isBusy} onClick={() => act(retry, `${job} runs again`)}>
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
        onConfirm={() => act(discard, `${job} was discarded`)}
      />
    </span>
  );
}

"use client";

import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/webhooks/replay-delivery.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

/** Has a delivery processed once more. */
export function ReplayDelivery({ replay }: { replay: () => Promise<MutationResult> }) {
  const { report, isBusy } = useReport();
  return (
    <Button variant="ghost" size="sm" busy={isBusy} onClick={() => report(replay(), words.itIsProcessedAgain)}>
      {words.replay}
    </Button>
  );
}

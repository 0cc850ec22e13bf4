"use client";

import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/home/put-first-steps-away.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = { putAway: (isHidden: boolean) => Promise<MutationResult>; isHidden?: boolean | undefined };

/** Puts the first steps away for the reader alone, or brings them back to their home page. */
export function PutFirstStepsAway({ putAway, isHidden = false }: Props) {
  const { report, isBusy } = useReport();
  return (
    <Button
      size="sm"
      variant={isHidden ? "default" : "ghost"}
      busy={isBusy}
      onClick={() =>
        report(putAway(!isHidden), isHidden ? words.theFirstSteps : words.putAwayYourAccountUnder, {
          undo: () => putAway(isHidden),
          undone: isHidden ? words.putAwayAgain : words.theFirstStepsAreBack,
        })
      }
    >
      {isHidden ? words.showTheFirstSteps : words.putAway}
    </Button>
  );
}

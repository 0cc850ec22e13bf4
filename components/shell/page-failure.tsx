"use client";
import { ErrorState } from "#components/patterns/error-state.tsx";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/shell/page-failure.ts";

export type PageFailureProps = { id: string | undefined; onRetry: () => void };

/** What happened to a page that could not be built, what is not lost, and the number to pass on. */
export function PageFailure({ id, onRetry }: PageFailureProps) {
  return (
    <ErrorState
      title={words.thisPageCouldNotBeBuilt}
      notLost={[words.nothingWasChangedOrLost]}
      remedies={[words.tryAgainADatabase, words.openAnotherPage, words.ifItStaysGive]}
      requestId={id}
      actions={
        <Button variant="primary" onClick={onRetry}>
          {words.tryAgain}
        </Button>
      }
    />
  );
}

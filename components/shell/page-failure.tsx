"use client";
import { ErrorState } from "#components/patterns/error-state.tsx";
import { Button } from "#components/ui/button.tsx";

export type PageFailureProps = { id: string | undefined; onRetry: () => void };

/** What happened to a page that could not be built, what is not lost, and the number to pass on. */
export function PageFailure({ id, onRetry }: PageFailureProps) {
  return (
    <ErrorState
      title="This page could not be built"
      notLost={["Nothing was changed or lost; only showing it failed."]}
      remedies={[
        "Try again: a database that restarts is back within seconds.",
        "Open another page from the sidebar; most likely only this one is affected.",
        "If it stays, give the id below to an operator: it is in the log.",
      ]}
      requestId={id}
      actions={
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
      }
    />
  );
}

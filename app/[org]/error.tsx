"use client";

import { ErrorState } from "#components/patterns/error-state.tsx";
import { Page } from "#components/patterns/page.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";

export default function OrgError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <TopBar items={[{ label: "Something went wrong" }]} />
      <Page>
        <ErrorState
          title="This page could not be built"
          notLost={["Nothing was changed or lost; only showing it failed."]}
          remedies={[
            "Try again: a database that restarts is back within seconds.",
            "If it stays, give the id below to an operator: it is in the log.",
          ]}
          requestId={error.digest}
          actions={
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
          }
        />
      </Page>
    </>
  );
}

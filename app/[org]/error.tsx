"use client";

import { Page } from "#components/patterns/page.tsx";
import type { PageFailureProps } from "#components/shell/page-failure.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/pages/error.ts";

const Failure = new LaterPart<PageFailureProps>(
  async () => (await import("#components/shell/page-failure.tsx")).PageFailure,
);

export default function OrgError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <TopBar items={[{ label: words.somethingWentWrong }]} />
      <Page>
        <Later
          part={Failure}
          props={{ id: error.digest, onRetry: reset }}
          // Without a network this is all that can be shown.
          waiting={
            <div className="mx-auto my-10 grid w-full max-w-[680px] justify-items-start gap-3">
              <h1 className="text-20 leading-tight font-600 tracking-tight">{words.thisPageCouldNotBeBuilt}</h1>
              <p className="text-text-2">{words.nothingWasChangedOrLost}</p>
              <Button onClick={reset}>{words.tryAgain}</Button>
            </div>
          }
        />
      </Page>
    </>
  );
}

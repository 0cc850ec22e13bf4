"use client";

import { ConfirmButton } from "#components/patterns/confirm-button.tsx";
import { leaveAfter } from "#components/patterns/leave-after.ts";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import * as words from "#components/words/identity/account/revoke-sessions.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

/** Signs out in one other place. */
export function RevokeSession({ device, revoke }: { device: string; revoke: () => Promise<MutationResult> }) {
  return (
    <ConfirmButton
      label={words.signOut}
      title={words.signOutQuestion(device)}
      description={words.pagesThatAreOpenThere}
      act={revoke}
      done={words.wasSignedOut(device)}
    />
  );
}

type Props = { hasOthers: boolean; revoke: (keepsCurrent: boolean) => Promise<MutationResult> };

/** Signs out in all other places, or everywhere. */
export function RevokeSessions({ hasOthers, revoke }: Props) {
  const { report } = useReport();
  return (
    <>
      {hasOthers ? (
        <ConfirmButton
          label={words.signOutElsewhere}
          framed
          title={words.signOutInAllOtherPlaces}
          description={words.signOutDescription}
          act={() => revoke(true)}
          done={words.youAreSignedInHereOnly}
        />
      ) : null}
      <ConfirmDialog
        trigger={<Button size="sm">{words.signOutEverywhere}</Button>}
        title={words.signOutEverywhereQuestion}
        description={words.signOutEverywhereDescription}
        confirmLabel={words.signOutEverywhere}
        danger
        onConfirm={async () => {
          const ending = revoke(false);
          if (!(await leaveAfter(ending, "/signin")).ok) await report(ending, "");
        }}
      />
    </>
  );
}

"use client";

import { leaveAfter } from "#components/patterns/leave-after.ts";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import * as words from "#components/words/identity/account/revoke-sessions.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

/** Signs out in one other place. */
export function RevokeSession({ device, revoke }: { device: string; revoke: () => Promise<MutationResult> }) {
  const { report } = useReport();
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="sm">
          {words.signOut}
        </Button>
      }
      title={words.signOutQuestion(device)}
      description={words.pagesThatAreOpenThere}
      confirmLabel={words.signOut}
      onConfirm={async () => {
        await report(revoke(), words.wasSignedOut(device));
      }}
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
        <ConfirmDialog
          trigger={<Button size="sm">{words.signOutElsewhere}</Button>}
          title={words.signOutInAllOtherPlaces}
          description={words.signOutDescription}
          confirmLabel={words.signOutElsewhere}
          onConfirm={async () => {
            await report(revoke(true), words.youAreSignedInHereOnly);
          }}
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

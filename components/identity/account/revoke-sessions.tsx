"use client";

import { leaveAfter } from "#components/patterns/leave-after.ts";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

/** Signs out in one other place. */
export function RevokeSession({ device, revoke }: { device: string; revoke: () => Promise<MutationResult> }) {
  const { report } = useReport();
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="sm">
          Sign out
        </Button>
      }
      title={`Sign out ${device}?`}
      description="Pages that are open there close within a second."
      confirmLabel="Sign out"
      onConfirm={async () => {
        await report(revoke(), `${device} was signed out`);
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
          trigger={<Button size="sm">Sign out elsewhere</Button>}
          title="Sign out in all other places?"
          description="You stay signed in here. Pages that are open elsewhere close within a second."
          confirmLabel="Sign out elsewhere"
          onConfirm={async () => {
            await report(revoke(true), "You are signed in here only");
          }}
        />
      ) : null}
      <ConfirmDialog
        trigger={<Button size="sm">Sign out everywhere</Button>}
        title="Sign out everywhere?"
        description="This browser is signed out too. API keys that you created go on working."
        confirmLabel="Sign out everywhere"
        danger
        onConfirm={async () => {
          const ending = revoke(false);
          if (!(await leaveAfter(ending, "/signin")).ok) await report(ending, "");
        }}
      />
    </>
  );
}

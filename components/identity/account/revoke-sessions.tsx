"use client";

import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Problem } from "#lib/kernel/errors.ts";

type Result = { ok: true; data: unknown } | { ok: false; problem: Problem };

function useReport() {
  const router = useRouter();
  const toast = useToast();
  return (result: Result, done: string) => {
    toast(result.ok ? { title: done, tone: "ok" } : { title: result.problem.detail, tone: "bad" });
    router.refresh();
  };
}

/** Signs out in one other place. */
export function RevokeSession({ device, revoke }: { device: string; revoke: () => Promise<Result> }) {
  const report = useReport();
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
      onConfirm={async () => report(await revoke(), `${device} was signed out`)}
    />
  );
}

type Props = { hasOthers: boolean; revoke: (keepsCurrent: boolean) => Promise<Result> };

/** Signs out in all other places, or everywhere. */
export function RevokeSessions({ hasOthers, revoke }: Props) {
  const report = useReport();
  return (
    <>
      {hasOthers ? (
        <ConfirmDialog
          trigger={<Button size="sm">Sign out elsewhere</Button>}
          title="Sign out in all other places?"
          description="You stay signed in here. Pages that are open elsewhere close within a second."
          confirmLabel="Sign out elsewhere"
          onConfirm={async () => report(await revoke(true), "You are signed in here only")}
        />
      ) : null}
      <ConfirmDialog
        trigger={<Button size="sm">Sign out everywhere</Button>}
        title="Sign out everywhere?"
        description="This browser is signed out too. API keys that you created go on working."
        confirmLabel="Sign out everywhere"
        danger
        onConfirm={async () => {
          const result = await revoke(false);
          if (result.ok) window.location.assign("/signin");
          else report(result, "");
        }}
      />
    </>
  );
}

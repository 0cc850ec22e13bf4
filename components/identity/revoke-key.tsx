"use client";

import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Problem } from "#lib/kernel/errors.ts";

type Result = { ok: true; data: unknown } | { ok: false; problem: Problem };

/** Ends a key, after asking. */
export function RevokeKey({ name, revoke }: { name: string; revoke: () => Promise<Result> }) {
  const router = useRouter();
  const toast = useToast();
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="sm">
          Revoke
        </Button>
      }
      title={`Revoke “${name}”?`}
      description="Programs that use it are refused from their next request on. This cannot be undone; create a new key instead."
      confirmLabel="Revoke"
      danger
      onConfirm={async () => {
        const result = await revoke();
        toast(
          result.ok ? { title: `“${name}” was revoked`, tone: "ok" } : { title: result.problem.detail, tone: "bad" },
        );
        router.refresh();
      }}
    />
  );
}

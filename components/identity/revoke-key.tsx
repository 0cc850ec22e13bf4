"use client";

import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

/** Ends a key, after asking. */
export function RevokeKey({ name, revoke }: { name: string; revoke: () => Promise<MutationResult> }) {
  const { report } = useReport();
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
        await report(revoke(), `“${name}” was revoked`);
      }}
    />
  );
}

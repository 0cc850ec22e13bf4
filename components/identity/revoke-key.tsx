"use client";

import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import * as words from "#components/words/identity/revoke-key.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

/** Ends a key, after asking. */
export function RevokeKey({ name, revoke }: { name: string; revoke: () => Promise<MutationResult> }) {
  const { report } = useReport();
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="sm">
          {words.revoke}
        </Button>
      }
      title={words.revokeName(name)}
      description={words.programsThatUse}
      confirmLabel={words.revoke}
      danger
      onConfirm={async () => {
        await report(revoke(), words.wasRevoked(name));
      }}
    />
  );
}

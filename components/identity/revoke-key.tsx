"use client";

import { ConfirmButton } from "#components/patterns/confirm-button.tsx";
import * as words from "#components/words/identity/revoke-key.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

/** Ends a key, after asking. */
export function RevokeKey({ name, revoke }: { name: string; revoke: () => Promise<MutationResult> }) {
  return (
    <ConfirmButton
      label={words.revoke}
      title={words.revokeName(name)}
      description={words.programsThatUse}
      danger
      act={revoke}
      done={words.wasRevoked(name)}
    />
  );
}

"use client";

import { BulkAction } from "#components/patterns/data-table/bulk-action.tsx";
import { Ban } from "#components/ui/icons.tsx";
import * as words from "#components/words/identity/key-bulk-buttons.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

/** What can be done with many keys at once. One that was revoked before is refused, and says so. */
export function KeyBulkButtons({ revoke }: { revoke: (id: string) => Promise<MutationResult> }) {
  return (
    <BulkAction
      label={words.revoke}
      icon={<Ban aria-hidden />}
      run={revoke}
      confirm={{
        noun: ["key", "keys"],
        description: words.programsThatUseThem,
      }}
    />
  );
}

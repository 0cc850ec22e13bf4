"use client";

import { BulkAction } from "#components/patterns/data-table/bulk-action.tsx";
import { Ban, Check } from "#components/ui/icons.tsx";
import * as words from "#components/words/identity/service-accounts/service-account-bulk-actions.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = { setDisabled: (id: string, isDisabled: boolean) => Promise<MutationResult> };

/** What can be done with many service accounts at once. */
export function ServiceAccountBulkActions({ setDisabled }: Props) {
  return (
    <>
      <BulkAction
        label={words.disable}
        icon={<Ban aria-hidden />}
        run={(id) => setDisabled(id, true)}
        confirm={{
          noun: words.serviceAccounts,
          description: words.theirKeysAreRefused,
        }}
      />
      <BulkAction label={words.enable} icon={<Check aria-hidden />} run={(id) => setDisabled(id, false)} />
    </>
  );
}

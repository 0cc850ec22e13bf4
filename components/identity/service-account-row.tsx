"use client";

import { Bot } from "lucide-react";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { ListItem } from "#components/ui/list.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { countText } from "#components/words/format.ts";
import * as words from "#components/words/identity/service-account-row.ts";
import type { ServiceAccount } from "#lib/identity/service-accounts/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = { account: ServiceAccount; setDisabled: (isDisabled: boolean) => Promise<MutationResult> };

/** One service account: what it is for, its role, its keys, and whether it works. */
export function ServiceAccountRow({ account, setDisabled }: Props) {
  const { report } = useReport();
  const isDisabled = account.disabledAt !== null;
  const keys = countText(account.keyCount, words.key);
  return (
    <ListItem
      leading={<Glyph icon={<Bot />} />}
      title={
        <span className="flex items-center gap-2">
          {account.name}
          <Pill>{account.role}</Pill>
          {isDisabled ? <Pill tone="warn">{words.disabled}</Pill> : null}
        </span>
      }
      description={account.purpose === "" ? words.noPurposeWrittenDown : account.purpose}
      meta={
        <span className="text-text-2">
          {keys}
          {account.lastUsedAt === null ? words.neverUsed : words.used}
          {account.lastUsedAt === null ? null : <RelativeTime at={account.lastUsedAt} style="long" />}
        </span>
      }
      actions={
        isDisabled ? (
          <Button size="sm" onClick={() => report(setDisabled(false), words.worksAgain(account.name))}>
            {words.enable}
          </Button>
        ) : (
          <ConfirmDialog
            trigger={
              <Button variant="ghost" size="sm">
                {words.disable}
              </Button>
            }
            title={words.disableAccount(account.name)}
            description={words.itsKeysAreRefused}
            confirmLabel={words.disable}
            danger
            onConfirm={async () => {
              await report(setDisabled(true), words.wasDisabled(account.name));
            }}
          />
        )
      }
    />
  );
}

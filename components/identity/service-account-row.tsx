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
import type { ServiceAccount } from "#lib/identity/service-accounts/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = { account: ServiceAccount; setDisabled: (isDisabled: boolean) => Promise<MutationResult> };

/** One service account: what it is for, its role, its keys, and whether it works. */
export function ServiceAccountRow({ account, setDisabled }: Props) {
  const { report } = useReport();
  const isDisabled = account.disabledAt !== null;
  const keys = countText(account.keyCount, { one: "key", many: "keys" });
  return (
    <ListItem
      leading={<Glyph icon={<Bot />} />}
      title={
        <span className="flex items-center gap-2">
          {account.name}
          <Pill>{account.role}</Pill>
          {isDisabled ? <Pill tone="warn">disabled</Pill> : null}
        </span>
      }
      description={account.purpose === "" ? "No purpose written down" : account.purpose}
      meta={
        <span className="text-text-2">
          {keys}
          {account.lastUsedAt === null ? ", never used" : ", used "}
          {account.lastUsedAt === null ? null : <RelativeTime at={account.lastUsedAt} style="long" />}
        </span>
      }
      actions={
        isDisabled ? (
          <Button size="sm" onClick={() => report(setDisabled(false), `${account.name} works again`)}>
            Enable
          </Button>
        ) : (
          <ConfirmDialog
            trigger={
              <Button variant="ghost" size="sm">
                Disable
              </Button>
            }
            title={`Disable ${account.name}?`}
            description="Its keys are refused from their next request on, until you enable it again."
            confirmLabel="Disable"
            danger
            onConfirm={async () => {
              await report(setDisabled(true), `${account.name} was disabled`);
            }}
          />
        )
      }
    />
  );
}

"use client";

import { useRouter } from "next/navigation";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ListItem } from "#components/ui/list.tsx";
import * as words from "#components/words/identity/organizations/restore-org.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = { org: { name: string; slug: string; eraseAt: string }; restore: () => Promise<MutationResult> };

/** A deleted organization, until when it can be brought back, and the way back. */
export function RestoreOrg({ org, restore }: Props) {
  const router = useRouter();
  const { report, isBusy } = useReport();
  async function bringBack() {
    if (await report(restore(), words.isBackWithEverythingInIt(org.name))) router.push(`/${org.slug}`);
  }
  return (
    <ListItem
      title={<b>{org.name}</b>}
      description={words.willBeErased(<RelativeTime at={org.eraseAt} style="long" />)}
      actions={
        <Button size="sm" busy={isBusy} onClick={bringBack} aria-label={words.bringBackOrg(org.name)}>
          {words.bringBack}
        </Button>
      }
    />
  );
}

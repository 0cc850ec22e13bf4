"use client";
import type { ArchivedDeeds } from "#components/catalog/archived/archived-deeds.ts";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/catalog/archived/archived-table.ts";

type Props = {
  entity: { blueprint: string; identifier: string; title: string; reason: string | null };
  deeds: ArchivedDeeds;
};

/** Brings one archived entity back, with a way to think again. */
export function RestoreButton({ entity: { title, reason, ...key }, deeds }: Props) {
  const { report, isBusy } = useReport();
  return (
    <Button
      size="sm"
      variant="ghost"
      busy={isBusy}
      aria-label={words.restoreOf(title)}
      onClick={() =>
        report(deeds.restore(key), words.restored(title), {
          undo: () => deeds.archive(key, reason ?? ""),
          undone: words.archivedAgain(title),
        })
      }
    >
      {words.restore}
    </Button>
  );
}

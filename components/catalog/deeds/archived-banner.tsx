"use client";
import type { DeedSubject, EntityDeeds } from "#components/catalog/deeds/entity-deeds.ts";
import { Banner } from "#components/patterns/banner.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { Archive } from "#components/ui/icons.tsx";
import * as words from "#components/words/catalog/deeds/archived-banner.tsx";

type Props = {
  subject: DeedSubject;
  archive: { at: string; by: string | null; reason: string | null };
  /** Null for who may not bring it back. */
  deeds: EntityDeeds | null;
};

/** Says above everything else of an archived entity that it is one, and who did it and why. */
export function ArchivedBanner({ subject, archive, deeds }: Props) {
  const { title } = subject;
  const { report, isBusy } = useReport();
  return (
    <Banner
      flush
      tone="warn"
      icon={<Archive aria-hidden />}
      action={
        deeds === null ? undefined : (
          <Button
            size="sm"
            busy={isBusy}
            onClick={() =>
              report(deeds.restore(), words.restored(title), {
                undo: () => deeds.archive(archive.reason ?? ""),
                undone: words.archivedAgain(title),
              })
            }
          >
            {words.restore}
          </Button>
        )
      }
    >
      {words.archivedBy(archive.by, <RelativeTime at={archive.at} style="long" />)}{" "}
      {archive.reason === null ? "" : `“${archive.reason}” `}
      <span className="text-text-2">{words.isHidden}</span>
    </Banner>
  );
}

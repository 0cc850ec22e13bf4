"use client";
import type { DeedSubject, EntityDeeds } from "#components/catalog/deeds/entity-deeds.ts";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { BadgeCheck, TriangleAlert } from "#components/ui/icons.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/deeds/verification-panel.tsx";
import { dateText } from "#components/words/format.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";

type Props = {
  subject: DeedSubject;
  verification: EntityDetail["verification"] & { dueAt: string };
  /** Whether it is due at the moment that the page was read. */
  isDue: boolean;
  deeds: EntityDeeds | null;
};

/** Whether somebody looked lately, when somebody should again, and the button that says so. */
export function VerificationPanel({ subject, verification, isDue, deeds }: Props) {
  const { report, isBusy } = useReport();
  const { verifiedAt, verifiedBy, dueAt, askedAt } = verification;
  const due = <time dateTime={dueAt}>{dateText(dueAt, "dayOfYear")}</time>;
  return (
    <Panel title={words.stillTrue} padded>
      <div className="grid gap-2">
        {isDue ? (
          <span>
            <Pill tone="warn" icon={<TriangleAlert aria-hidden />}>
              {words.overdueSince(due)}
            </Pill>
          </span>
        ) : (
          <p>{words.dueOn(due)}</p>
        )}
        <p className="text-12 text-text-3">
          {verifiedAt === null
            ? words.neverConfirmed
            : words.confirmedBy(verifiedBy, <RelativeTime at={verifiedAt} style="long" />)}
        </p>
        {isDue ? (
          <p className="text-12 text-text-3">
            {askedAt === null ? words.willBeAsked : words.asked(<RelativeTime at={askedAt} style="long" />)}
          </p>
        ) : null}
        {deeds === null ? null : (
          <div>
            <Button
              size="sm"
              icon={<BadgeCheck aria-hidden />}
              busy={isBusy}
              onClick={() => report(deeds.verify(subject.version), words.confirmed(subject.title))}
            >
              {words.confirm}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

import type { ReactNode } from "react";
import { Archive, Check, CircleX, SkipForward } from "#components/ui/icons.tsx";
import { Pill } from "#components/ui/pill.tsx";
import type { Tone } from "#components/ui/tone.ts";
import * as words from "#components/words/ingestion/verdict-pill.ts";
import type { ImportLine } from "#lib/ingestion/imports/schema.ts";

export type Verdict = ImportLine["verdict"];

/** The verdicts in the order in which they are read: what needs somebody first. */
export const verdictTitles: Record<Verdict, string> = {
  refused: words.refused,
  kept: words.keptAsIs,
  skipped: words.skipped,
  mapped: words.mapped,
};
export const verdictOrder = Object.keys(verdictTitles) as Verdict[];

/** What became of lines with this verdict. */
export const verdictMeanings: Record<Verdict, string> = {
  refused: words.eachWithItsPlace,
  kept: words.storedAsWrittenNothingIsLost,
  skipped: words.notMeantToBeImported,
  mapped: words.becameEntities,
};

const looks: Record<Verdict, { tone: Tone; icon: ReactNode }> = {
  refused: { tone: "bad", icon: <CircleX aria-hidden /> },
  kept: { tone: "note", icon: <Archive aria-hidden /> },
  skipped: { tone: "neutral", icon: <SkipForward aria-hidden /> },
  mapped: { tone: "ok", icon: <Check aria-hidden /> },
};

/** The icon of a verdict, for headings that say its word. */
export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  return looks[verdict].icon;
}

export function VerdictPill({ verdict }: { verdict: Verdict }) {
  const { tone, icon } = looks[verdict];
  return (
    <Pill tone={tone} icon={icon}>
      {verdict}
    </Pill>
  );
}

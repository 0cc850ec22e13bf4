"use client";
import type { LineCounts } from "#components/ingestion/report-sums.tsx";
import { type Verdict, verdictOrder } from "#components/ingestion/verdict-pill.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/ingestion/verdict-filter.ts";

export type VerdictChoice = Verdict | "all";

export type VerdictFilterProps = {
  value: VerdictChoice;
  lineCounts: LineCounts;
  onValueChange?: ((choice: VerdictChoice) => void) | undefined;
  /** The page that shows all lines; the filter is then in its address. */
  href?: string | undefined;
};

const titles: Record<VerdictChoice, string> = {
  all: words.all,
  refused: words.refused,
  kept: words.kept,
  skipped: words.skipped,
  mapped: words.mapped,
};

/** Which lines of a report are shown, with how many there are. */
export function VerdictFilter({ value, lineCounts, onValueChange, href }: VerdictFilterProps) {
  const total = verdictOrder.reduce((sum, verdict) => sum + lineCounts[verdict], 0);
  const choices: VerdictChoice[] = ["all", ...verdictOrder];
  return (
    <Segmented
      label={words.whichLines}
      className="justify-self-start"
      value={value}
      onValueChange={(next) => {
        const choice = choices.find((candidate) => candidate === next);
        if (choice !== undefined) onValueChange?.(choice);
      }}
      items={choices.map((choice) => ({
        value: choice,
        label: titles[choice],
        count: numberText(choice === "all" ? total : lineCounts[choice]),
        ...(href === undefined ? {} : { href: choice === "all" ? href : `${href}?verdict=${choice}` }),
      }))}
    />
  );
}

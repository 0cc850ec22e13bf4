"use client";
import type { Way } from "#components/ingestion/import-draft.ts";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import * as words from "#components/words/ingestion/way-cards.ts";

const cards: { value: Way; label: string; hint: string }[] = [
  { value: "git", label: words.gitAddress, hint: words.gitAddressHint },
  { value: "paste", label: words.paste, hint: words.pasteHint },
  { value: "files", label: words.filesOrAFolder, hint: words.filesHint },
];

export type WayCardsProps = {
  value: Way;
  onValueChange?: ((way: Way) => void) | undefined;
  /** Why none of them can be chosen. */
  refusal?: string | undefined;
};

/** The three ways in. Where they are not allowed they are shown with the reason. */
export function WayCards({ value, onValueChange, refusal }: WayCardsProps) {
  return (
    <RadioCards
      label={words.whereFrom}
      {...(refusal === undefined ? { value } : { value: "" })}
      onValueChange={(next) => {
        const card = cards.find((candidate) => candidate.value === next);
        if (card !== undefined) onValueChange?.(card.value);
      }}
      options={cards.map((card) => (refusal === undefined ? card : { ...card, hint: refusal, disabled: true }))}
    />
  );
}

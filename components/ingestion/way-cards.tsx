"use client";
import type { Way } from "#components/ingestion/import-draft.ts";
import { RadioCards } from "#components/ui/radio-cards.tsx";

const cards: { value: Way; label: string; hint: string }[] = [
  { value: "git", label: "Git address", hint: "A repository, with its revision. The best way to come back." },
  { value: "paste", label: "Paste", hint: "One or a few descriptors as text." },
  { value: "files", label: "Files or a folder", hint: "From your disk, also those they refer to." },
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
      label="Where from"
      {...(refusal === undefined ? { value } : { value: "" })}
      onValueChange={(next) => {
        const card = cards.find((candidate) => candidate.value === next);
        if (card !== undefined) onValueChange?.(card.value);
      }}
      options={cards.map((card) => (refusal === undefined ? card : { ...card, hint: refusal, disabled: true }))}
    />
  );
}

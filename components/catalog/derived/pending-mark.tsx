import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/derived/pending-mark.ts";

/** Stands beside what is derived while it is not current; nothing when it is. */
export function PendingMark({ pendingSince }: { pendingSince: string | null }) {
  if (pendingSince === null) return null;
  return (
    <Pill dashed title={words.pendingSince(pendingSince, Date.now())}>
      {words.pending}
    </Pill>
  );
}

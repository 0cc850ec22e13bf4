"use client";
import type { AllSaidDialogProps } from "#components/catalog/said/all-said-dialog.tsx";
import { useSaid } from "#components/catalog/said/said-scope.tsx";
import { LaterDialog } from "#components/patterns/later-dialog.tsx";
import { LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/catalog/said/said.tsx";

const AllSaidDialog = new LaterPart<AllSaidDialogProps>(
  async () => (await import("#components/catalog/said/all-said-dialog.tsx")).AllSaidDialog,
);

/** Opens every field of the entity with who says it. */
export function AllSaid() {
  const scope = useSaid();
  return (
    <LaterDialog part={AllSaidDialog} props={{ scope }} variant="ghost">
      {words.everyField}
    </LaterDialog>
  );
}

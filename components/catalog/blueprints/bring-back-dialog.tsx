"use client";
import type { BlueprintDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { compareParts } from "#components/catalog/blueprints/blueprint-parts.ts";
import { ChangesTable } from "#components/catalog/blueprints/lost-blueprint.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import * as words from "#components/words/catalog/blueprints/bring-back-dialog.ts";

export type BringBackProps = {
  title: string;
  draft: BlueprintDraft;
  shipped: BlueprintDraft;
  onReplace: (draft: BlueprintDraft) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** How a kind differs from the one that ships, and the way back to it: into the editor first, so that its impact is seen before saving. */
export function BringBackDialog({ title, draft, shipped, onReplace, open, onOpenChange }: BringBackProps) {
  const changes = compareParts(draft, shipped);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={words.title(title)}
      description={changes.length === 0 ? words.same : words.description}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{words.keep}</Button>
          <Button
            variant="primary"
            disabled={changes.length === 0}
            onClick={() => {
              onReplace(shipped);
              onOpenChange(false);
            }}
          >
            {words.take}
          </Button>
        </>
      }
    >
      {changes.length === 0 ? null : (
        <ChangesTable label={words.differences} heads={[words.here, words.ships]} changes={changes} />
      )}
    </Dialog>
  );
}

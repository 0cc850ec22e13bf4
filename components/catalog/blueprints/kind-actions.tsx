"use client";
import type { BlueprintDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import type { BringBackProps } from "#components/catalog/blueprints/bring-back-dialog.tsx";
import type { DeleteKindProps } from "#components/catalog/blueprints/delete-kind-dialog.tsx";
import { LaterDialog } from "#components/patterns/later-dialog.tsx";
import { RotateCcw, Trash2 } from "#components/ui/icons.tsx";
import { LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/catalog/blueprints/kind-actions.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type AboutKind = {
  title: string;
  isShipped: boolean;
  /** How it ships, when it was changed here. */
  shipped: BlueprintDraft | null;
  entityCount: number;
  /** The other kinds that point at it. */
  pointing: string[];
  remove: (told: { entities: "refuse" | "delete"; relations: "refuse" | "drop" }) => Promise<MutationResult>;
};

type Props = { org: string; about: AboutKind; draft: BlueprintDraft; onReplace: (draft: BlueprintDraft) => void };

const BringBack = new LaterPart<BringBackProps>(
  async () => (await import("#components/catalog/blueprints/bring-back-dialog.tsx")).BringBackDialog,
);
const Delete = new LaterPart<DeleteKindProps>(
  async () => (await import("#components/catalog/blueprints/delete-kind-dialog.tsx")).DeleteKindDialog,
);

/** What can be done with a kind besides changing it: going back to how it ships, or deleting it. */
export function KindActions({ org, about, draft, onReplace }: Props) {
  return (
    <span className="ml-auto flex items-center gap-2">
      {about.shipped === null ? null : (
        <LaterDialog
          part={BringBack}
          icon={<RotateCcw aria-hidden />}
          props={{ title: about.title, draft, shipped: about.shipped, onReplace }}
        >
          {words.bringBack}
        </LaterDialog>
      )}
      {about.isShipped ? null : (
        <LaterDialog part={Delete} icon={<Trash2 aria-hidden />} props={{ org, about }}>
          {words.deleteKind}
        </LaterDialog>
      )}
    </span>
  );
}

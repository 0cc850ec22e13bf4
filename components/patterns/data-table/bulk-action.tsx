"use client";
import { type ReactNode, useState } from "react";
import { type BulkRun, useBulkWork } from "#components/patterns/data-table/bulk-work.tsx";
import { type SelectedRow, useTableSelection } from "#components/patterns/data-table/selection.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/data-table/bulk-action.tsx";

export type BulkActionProps = {
  /** The deed: "Run again". */
  label: string;
  icon?: ReactNode;
  /** Asked first, for what cannot be taken back; `count` is put in front: "12 jobs". */
  confirm?: { noun: [one: string, more: string]; description: string } | undefined;
} & BulkRun;

/** A button of the selection bar: does something to every selected row, one after the other. */
export function BulkAction({ label, icon, confirm, ...how }: BulkActionProps) {
  const { selected } = useTableSelection();
  const { start, work } = useBulkWork();
  const begin = () => start({ label, rows: selected, ...how });
  const isBusy = work?.isRunning ?? false;
  if (confirm === undefined) {
    return (
      <Button size="sm" variant="ghost" icon={icon} disabled={isBusy} onClick={begin}>
        {label}
      </Button>
    );
  }
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="ghost" icon={icon} disabled={isBusy}>
          {label}
        </Button>
      }
      title={`${label}: ${numberText(selected.length)} ${selected.length === 1 ? confirm.noun[0] : confirm.noun[1]}?`}
      description={confirm.description}
      confirmLabel={label}
      danger
      onConfirm={begin}
    />
  );
}

export type SelectMatchingProps = {
  /** How many there are under the filter. */
  total: number;
  isTotalExact?: boolean | undefined;
  /** Reads all of them, and tells of those that it has while it goes on. @throws when they cannot be read */
  find: (onSome: (rows: SelectedRow[]) => void) => Promise<SelectedRow[]>;
};

/** "Select all 1,234 that match": takes in the rows of all pages. */
export function SelectMatching({ total, isTotalExact = true, find }: SelectMatchingProps) {
  const { selected, add } = useTableSelection();
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const read = async () => {
    setIsBusy(true);
    try {
      add(await find(add));
    } catch (error) {
      toast({ title: error instanceof Error ? error.message : words.theyCouldNotBeRead, tone: "bad" });
    }
    setIsBusy(false);
  };
  if (selected.length >= total) return null;
  return (
    <Button size="sm" variant="ghost" busy={isBusy} onClick={read}>
      {words.selectAllThatMatch(numberText(total), isTotalExact ? "" : "+")}
    </Button>
  );
}

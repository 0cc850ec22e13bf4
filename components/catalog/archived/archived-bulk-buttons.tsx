"use client";
import { changeMany, findAll } from "#components/catalog/bulk/change-many.ts";
import { BulkAction, SelectMatching } from "#components/patterns/data-table/bulk-action.tsx";
import { ArchiveRestore, Trash2 } from "#components/ui/icons.tsx";
import * as words from "#components/words/catalog/archived/archived-table.ts";

type Props = { org: string; filter: { text?: string | undefined; blueprint?: string | undefined }; total: number };

/** Restores or deletes many archived entities. */
export function ArchivedBulkButtons({ org, filter, total }: Props) {
  return (
    <>
      <SelectMatching total={total} find={() => findAll(org, "/archived-entities", filter, 1_000)} />
      <BulkAction
        label={words.restore}
        icon={<ArchiveRestore aria-hidden />}
        runMany={(ids) => changeMany(org, "/entities/restore/many", ids)}
      />
      <BulkAction
        label={words.remove}
        icon={<Trash2 aria-hidden />}
        runMany={(ids) => changeMany(org, "/entities/deletions", ids)}
        confirm={{ noun: words.entities, description: words.deletedForGood }}
      />
    </>
  );
}

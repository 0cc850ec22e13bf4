"use client";
import { type ComponentProps, useState } from "react";
import type { BulkEditDialogProps } from "#components/catalog/bulk/bulk-edit-dialog.tsx";
import { changeMany, findAll } from "#components/catalog/bulk/change-many.ts";
import { type ExportForm, type ExportOrder, exportSelected } from "#components/catalog/bulk/export-selected.ts";
import { BulkAction, SelectMatching } from "#components/patterns/data-table/bulk-action.tsx";
import { useBulkWork } from "#components/patterns/data-table/bulk-work.tsx";
import { useTableSelection } from "#components/patterns/data-table/selection.tsx";
import { RestError } from "#components/patterns/rest-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Archive, BadgeCheck, Download, PencilLine, Trash2 } from "#components/ui/icons.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/catalog/bulk/entity-bulk-buttons.ts";
import { numberText } from "#components/words/format.ts";
import { sizeText } from "#components/words/units.ts";

type Props = {
  org: string;
  blueprint: string | undefined;
  /** What the list is narrowed to, as `entity.list` takes it. */
  filter: Record<string, string | string[] | undefined>;
  total: number;
  isTotalExact: boolean;
  /** The order of the list. */
  order: ExportOrder;
  /** The columns that are shown, in their order. */
  columns: string[];
  mayEdit: boolean;
};

const EditDialog = new LaterPart<BulkEditDialogProps>(
  async () => (await import("#components/catalog/bulk/bulk-edit-dialog.tsx")).BulkEditDialog,
);
const forms = [
  { form: "csv", label: words.csv },
  { form: "json", label: words.json },
  { form: "yaml", label: words.yaml },
] as const;

/** Changes, archives, deletes or takes out the selected entities. */
export function EntityBulkButtons({ org, blueprint, filter, total, isTotalExact, order, columns, mayEdit }: Props) {
  const find: ComponentProps<typeof SelectMatching>["find"] = (onSome) =>
    findAll(org, "/entities/references", { ...filter, blueprint }, 10_000, onSome);
  return (
    <>
      <SelectMatching total={total} isTotalExact={isTotalExact} find={find} />
      {mayEdit ? <EditButton org={org} blueprint={blueprint} /> : null}
      <ExportButton org={org} order={order} columns={columns} />
      {mayEdit ? (
        <>
          <BulkAction
            label={words.confirm}
            icon={<BadgeCheck aria-hidden />}
            runMany={(ids) => changeMany(org, "/entities/verifications/many", ids)}
          />
          <BulkAction
            label={words.archive}
            icon={<Archive aria-hidden />}
            runMany={(ids) => changeMany(org, "/entities/archive/many", ids)}
            undoMany={(ids) => changeMany(org, "/entities/restore/many", ids)}
            confirm={{ noun: words.entities, description: words.archiveDescription }}
          />
          <BulkAction
            label={words.remove}
            icon={<Trash2 aria-hidden />}
            runMany={(ids) => changeMany(org, "/entities/deletions", ids)}
            confirm={{ noun: words.entities, description: words.deleteDescription }}
          />
        </>
      ) : null}
    </>
  );
}

function EditButton({ org, blueprint }: { org: string; blueprint: string | undefined }) {
  const { selected } = useTableSelection();
  const { work } = useBulkWork();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        icon={<PencilLine aria-hidden />}
        aria-haspopup="dialog"
        disabled={work?.isRunning ?? false}
        onPointerEnter={EditDialog.prepare}
        onFocus={EditDialog.prepare}
        onClick={() => setOpen(true)}
      >
        {words.edit}
      </Button>
      {open ? (
        <Later
          part={EditDialog}
          props={{ org, blueprint, count: selected.length, open, onOpenChange: setOpen }}
          onLost={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

function ExportButton({ org, order, columns }: Pick<Props, "org" | "order" | "columns">) {
  const { selected } = useTableSelection();
  const toast = useToast();
  const [bytes, setBytes] = useState(0);
  const [stopper, setStopper] = useState<AbortController | null>(null);
  const start = async (form: ExportForm) => {
    const stop = new AbortController();
    setBytes(0);
    setStopper(stop);
    try {
      await exportSelected({ org, form, columns, order, ids: selected.map(({ id }) => id) }, setBytes, stop.signal);
    } catch (error) {
      const title = error instanceof RestError ? error.message : words.couldNotBeExported;
      if (!stop.signal.aborted) toast({ title, tone: "bad" });
    }
    setStopper(null);
  };
  if (stopper !== null)
    return (
      <>
        <span role="status" className="px-2 text-12 text-text-2 tabular-nums">
          {words.exporting(numberText(selected.length))} <span aria-hidden>{words.soFar(sizeText(bytes))}</span>
        </span>
        <Button size="sm" variant="ghost" onClick={() => stopper.abort()}>
          {words.stopExport}
        </Button>
      </>
    );
  return (
    <Menu
      label={words.exportSelected}
      side="top"
      trigger={
        <Button size="sm" variant="ghost" icon={<Download aria-hidden />}>
          {words.exportLabel}
        </Button>
      }
      items={forms.map(({ form, label }) => ({ label, onSelect: () => start(form) }))}
    />
  );
}

"use client";
import { Popover } from "@base-ui/react/popover";
import { useRouter } from "next/navigation";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { keyOf } from "#components/catalog/bulk/change-many.ts";
import { FieldControl } from "#components/catalog/entity-form/field-control.tsx";
import type { FormField } from "#components/catalog/entity-form/form-fields.ts";
import { type Choice, toPatch } from "#components/catalog/entity-form/form-values.ts";
import { type LostUpdate, lostUpdateOf } from "#components/catalog/entity-form/lost-update.tsx";
import { editableRow } from "#components/catalog/inline/editable-row.ts";
import type { Named } from "#components/catalog/properties/formatted-value.tsx";
import { VisibleName } from "#components/patterns/visible-name.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/catalog/inline/cell-editor.ts";
import type { ListedEntity } from "#lib/catalog/entities/entity-views.ts";
import type { EntityPatch } from "#lib/catalog/entities/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Key = { blueprint: string; identifier: string };
export type SaveCell = (
  key: Key,
  patch: EntityPatch & { expectedVersion: number },
) => Promise<MutationResult<{ version: number; overruled: string[] }>>;

export type CellEditorProps = {
  org: string;
  id: string;
  row: ListedEntity;
  /** The properties that can be changed in a cell, beside what every kind has. */
  fields: FormField[];
  named: Named;
  field: FormField;
  anchor: HTMLElement;
  save: SaveCell;
  onClose: () => void;
};

/** Changes one field of a row at its cell. A lost update shows both values there; nothing is overwritten unasked. */
export function CellEditor({ org, id, row, fields, named, field, anchor, save, onClose }: CellEditorProps) {
  const name = field.path;
  const router = useRouter();
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  // The row may be read again below; what was begun with stays.
  const [begun] = useState(() => editableRow(row, fields, named));
  const before = begun.values[name] ?? "";
  const [value, setValue] = useState<string | Choice[]>(before);
  const [problem, setProblem] = useState<string | null>(null);
  const [lost, setLost] = useState<LostUpdate | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const leave = () => {
    onClose();
    anchor.focus();
  };
  const send = async (expectedVersion: number, was: string | Choice[]) => {
    const { patch, problems } = toPatch([field], { [name]: was }, { [name]: value });
    if (problems[0] !== undefined) return setProblem(problems[0].message);
    if (Object.keys(patch).length === 0) return leave();
    setIsBusy(true);
    const result = await save(keyOf(id), { ...patch, expectedVersion });
    setIsBusy(false);
    if (!result.ok) {
      const theirs = lostUpdateOf(result.problem, [field], { [name]: value });
      setLost(theirs);
      return setProblem(theirs === null ? (result.problem.fields?.[0]?.message ?? result.problem.detail) : null);
    }
    const { version, overruled } = result.data;
    const back = toPatch([field], { [name]: value }, { [name]: was }).patch;
    toast(
      overruled.length > 0
        ? { title: words.overruled, tone: "warn" }
        : {
            title: words.saved(begun.title),
            tone: "ok",
            undo: async () => {
              const undone = await save(keyOf(id), { ...back, expectedVersion: version });
              toast(
                undone.ok
                  ? { title: words.takenBack(begun.title), tone: "ok" }
                  : { title: undone.problem.detail, tone: "bad" },
              );
              router.refresh();
            },
          },
    );
    router.refresh();
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The page's own keys mean nothing in here.
    if (event.key !== "Escape") event.stopPropagation();
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) form.current?.requestSubmit();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(begun.version, before);
  };
  return (
    <Popover.Root open onOpenChange={(next) => (next ? undefined : leave())}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} sideOffset={4} align="start" className="z-50">
          <Popover.Popup
            aria-label={words.change(field.label, begun.title)}
            className="floating w-[300px] max-w-(--available-width) p-3"
            initialFocus={() => form.current?.querySelector<HTMLElement>("input, textarea, button") ?? true}
            finalFocus={false}
            onKeyDown={onKeyDown}
          >
            <form ref={form} noValidate className="grid gap-3" onSubmit={submit}>
              <Field label={words.change(field.label, begun.title)} hint={field.hint} error={problem ?? undefined}>
                <FieldControl org={org} field={field} value={value} onChange={setValue} />
              </Field>
              {lost === null ? (
                <div className="flex justify-end gap-2">
                  <Button size="sm" variant="ghost" onClick={leave}>
                    {words.cancel}
                  </Button>
                  <Button size="sm" variant="primary" type="submit" busy={isBusy}>
                    {words.save}
                  </Button>
                </div>
              ) : (
                <div role="alert" className="grid gap-2 rounded-2 bg-warn-tint p-2.5 text-12">
                  <p>{words.savedMeanwhile(lost.by)}</p>
                  <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
                    <dt className="text-text-2">{words.theirs}</dt>
                    <dd className="font-550 [overflow-wrap:anywhere]">
                      <VisibleName text={textOf(lost.values[name]) || words.nothing} />
                    </dd>
                    <dt className="text-text-2">{words.yours}</dt>
                    <dd className="font-550 [overflow-wrap:anywhere]">
                      <VisibleName text={textOf(value) || words.nothing} />
                    </dd>
                  </dl>
                  <div className="flex justify-end gap-2">
                    <Button
                      size="sm"
                      onClick={() => {
                        router.refresh();
                        leave();
                      }}
                    >
                      {words.keepTheirs}
                    </Button>
                    <Button
                      size="sm"
                      variant="primary"
                      busy={isBusy}
                      onClick={() => send(lost.version, lost.values[name] ?? "")}
                    >
                      {words.saveMine}
                    </Button>
                  </div>
                </div>
              )}
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function textOf(value: string | Choice[] | undefined): string {
  return typeof value === "string" ? value : (value ?? []).map(({ label }) => label).join(", ");
}

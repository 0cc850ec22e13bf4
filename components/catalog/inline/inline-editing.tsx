"use client";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import type { FormField } from "#components/catalog/entity-form/form-fields.ts";
import type { CellEditorProps, SaveCell } from "#components/catalog/inline/cell-editor.tsx";
import { editableField } from "#components/catalog/inline/editable-fields.ts";
import type { Named } from "#components/catalog/properties/formatted-value.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import type { ListedEntity } from "#lib/catalog/entities/entity-views.ts";

const Editor = new LaterPart<CellEditorProps>(
  async () => (await import("#components/catalog/inline/cell-editor.tsx")).CellEditor,
);

type Props = {
  org: string;
  rows: ListedEntity[];
  /** The properties that can be changed in a cell, beside what every kind has. */
  fields: FormField[];
  named: Named;
  save: SaveCell;
  children: ReactNode;
};
type Open = { id: string; field: FormField; cell: HTMLElement };

/**
 * Makes the cells of a table editable: in a row → comes to its cells, e and ↵ open the one that is meant, a double press opens any, Esc
 * leaves. What was not saved when somebody else saved is shown beside theirs.
 */
export function InlineEditing({ org, rows, fields, named, save, children }: Props) {
  const [open, setOpen] = useState<Open | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const rowOf = (id: string) => rows.find(({ blueprint, identifier }) => `${blueprint}:${identifier}` === id);
  const begin = (cell: HTMLElement) => {
    const id = cell.closest<HTMLElement>("[data-row]")?.dataset["row"] ?? "";
    const field = editableField(cell.dataset["edit"] ?? "", fields);
    if (field === undefined || rowOf(id) === undefined) return false;
    setOpen({ id, field, cell });
    return true;
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.metaKey || event.ctrlKey || event.altKey) return;
    const row = event.target.closest<HTMLElement>("[data-row]");
    const isOnRow = event.target === row;
    const cell = event.target.matches("[data-edit]") ? event.target : null;
    if (row === null || (!isOnRow && cell === null)) return;
    if (act(event.key, { row, cell, begin })) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  const onDoublePress = useEffectEvent((event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-edit]") : null;
    if (cell !== null && begin(cell)) window.getSelection()?.removeAllRanges();
  });
  // The frame itself is nothing to press: it hears what its rows and cells, which have the focus, pass on.
  useEffect(() => {
    const { current } = frame;
    if (current === null) return;
    current.addEventListener("keydown", onKey);
    current.addEventListener("dblclick", onDoublePress);
    return () => {
      current.removeEventListener("keydown", onKey);
      current.removeEventListener("dblclick", onDoublePress);
    };
  }, []);
  const row = open === null ? undefined : rowOf(open.id);
  return (
    <div ref={frame} className="flex min-w-0 flex-1 flex-col">
      {children}
      {open === null || row === undefined ? null : (
        <Later
          key={`${open.id} ${open.field.path}`}
          part={Editor}
          props={{
            org,
            row,
            fields,
            named,
            id: open.id,
            field: open.field,
            anchor: open.cell,
            save,
            onClose: () => setOpen(null),
          }}
          onLost={() => setOpen(null)}
        />
      )}
    </div>
  );
}

type Where = { row: HTMLElement; cell: HTMLElement | null; begin: (cell: HTMLElement) => boolean };

/** Does what a key means in a row or a cell. @returns whether it means something */
function act(key: string, { row, cell, begin }: Where): boolean {
  const cells = [...row.querySelectorAll<HTMLElement>("[data-edit]")].filter((one) => one.offsetParent !== null);
  const at = cell === null ? -1 : cells.indexOf(cell);
  const move = (to: HTMLElement | undefined) => {
    to?.focus();
    return to !== undefined;
  };
  if (key === "ArrowRight") return move(cells[at + 1]);
  if (key === "ArrowLeft") return cell !== null && move(cells[at - 1] ?? row);
  if (key === "Escape") return cell !== null && move(row);
  const meant = cell ?? (key === "e" ? cells[0] : undefined);
  return (key === "e" || key === "Enter") && meant !== undefined && begin(meant);
}

import type { ReactNode } from "react";
import type { EditableField } from "#components/catalog/inline/editable-fields.ts";

/** A cell's content that can be changed where it stands: `InlineEditing` around the table hears of the keys and presses. */
export function EditableCell({ field, children }: { field: EditableField; children: ReactNode }) {
  return (
    <span data-edit={field} tabIndex={-1} className="edit-cell">
      {children}
    </span>
  );
}

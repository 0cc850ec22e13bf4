import type { ReactNode } from "react";

/** A cell's content that can be changed where it stands: `InlineEditing` around the table hears of the keys and presses. `field` is its path. */
export function EditableCell({ field, children }: { field: string; children: ReactNode }) {
  return (
    <span data-edit={field} tabIndex={-1} className="edit-cell">
      {children}
    </span>
  );
}

import type { ReactNode } from "react";
import type { EditableField } from "#components/catalog/inline/editable-fields.ts";

/** A cell's content that can be changed where it stands: `InlineEditing` around the table hears of the keys and presses. */
export function EditableCell({ field, children }: { field: EditableField; children: ReactNode }) {
  return (
    <span
      data-edit={field}
      tabIndex={-1}
      className="-mx-1.5 inline-flex min-h-6 max-w-full min-w-8 items-center rounded-1 px-1.5 hover:shadow-[inset_0_0_0_1px_var(--line-2)]"
    >
      {children}
    </span>
  );
}

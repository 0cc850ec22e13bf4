import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

type Props = {
  field: string;
  /** At the right end of its column, as numbers stand. */
  end?: boolean | undefined;
  children: ReactNode;
};

/** A cell's content that can be changed where it stands: `InlineEditing` around the table hears of the keys and presses. `field` is its path. */
export function EditableCell({ field, end, children }: Props) {
  return (
    <span data-edit={field} tabIndex={-1} className={classNames("edit-cell", end && "!max-w-none justify-end")}>
      {children}
    </span>
  );
}

import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

type Props = {
  field: string;
  /** One line, whose own width is that of its column, at one end of it: numbers stand at the right. */
  line?: "start" | "end" | undefined;
  children: ReactNode;
};

/** A cell's content that can be changed where it stands: `InlineEditing` around the table hears of the keys and presses. `field` is its path. */
export function EditableCell({ field, line, children }: Props) {
  return (
    <span
      data-edit={field}
      tabIndex={-1}
      className={classNames("edit-cell", line && "!max-w-none", line === "end" && "justify-end")}
    >
      {children}
    </span>
  );
}

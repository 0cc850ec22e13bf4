import type { ReactNode, TdHTMLAttributes, ThHTMLAttributes } from "react";
import { classNames } from "#components/ui/class-names.ts";

/** A table that says what it is and scrolls sideways by itself when it must. */
export function Table({
  label,
  className,
  children,
}: {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="min-w-0 overflow-x-auto">
      <table
        data-rows
        aria-label={label}
        className={classNames("w-full border-collapse [&_tbody_tr:last-child>td]:border-b-0", className)}
      >
        {children}
      </table>
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody>{children}</tbody>;
}

export type TableHeaderProps = ThHTMLAttributes<HTMLTableCellElement> & { end?: boolean | undefined };

export function TableHeader({ end, className, ...rest }: TableHeaderProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={classNames(
        "h-8 border-b border-line px-2.5 text-12 font-500 whitespace-nowrap text-text-3 first:pl-4 last:pr-4",
        end ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

export type TableRowProps = {
  /** The row with the keyboard. */
  current?: boolean | undefined;
  selected?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

export function TableRow({ current, selected, className, children }: TableRowProps) {
  return (
    <tr
      data-current={current || undefined}
      className={classNames(
        current || selected ? "bg-selected" : "hover:bg-hover",
        current && "[&>:first-child]:shadow-[inset_2px_0_0_var(--accent-mark)]",
        className,
      )}
    >
      {children}
    </tr>
  );
}

export type TableCellProps = TdHTMLAttributes<HTMLTableCellElement> & {
  /** Right-aligned tabular number. */
  end?: boolean | undefined;
  /** The name of the row. */
  strong?: boolean | undefined;
  /** Free text may wrap; names, numbers and dates never do. */
  wrap?: boolean | undefined;
};

export function TableCell({ end, strong, wrap, className, ...rest }: TableCellProps) {
  return (
    <td
      {...rest}
      className={classNames(
        "row-cell",
        wrap ? "py-2" : "whitespace-nowrap",
        end && "numeric text-right",
        strong && "font-550",
        className,
      )}
    />
  );
}

/** A heading row inside a table: on the sunken surface, spanning all columns. */
export function TableGroupRow({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr className="bg-sunken">
      <th scope="colgroup" colSpan={columns} className="h-[30px] border-b border-line px-4 text-left font-550">
        <span className="flex items-center gap-2">{children}</span>
      </th>
    </tr>
  );
}

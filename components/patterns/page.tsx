import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type PageProps = {
  /** No padding and no cap: for tables and logs that run edge to edge. */
  flush?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** The content under the top bar. */
export function Page({ flush, className, children }: PageProps) {
  return (
    <div
      className={classNames(
        "flex w-full flex-1 flex-col",
        !flush && "max-w-[1480px] gap-6 p-6 phone:gap-5 phone:p-4",
        className,
      )}
    >
      {children}
    </div>
  );
}

export type ColumnsProps = {
  /** Width of the right column in pixels. */
  aside: number;
  side: ReactNode;
  children: ReactNode;
};

/** What changes on the left, what is looked up on the right; one column on a phone and in narrow windows. */
export function Columns({ aside, side, children }: ColumnsProps) {
  return (
    <div
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 wide:grid-cols-[minmax(0,1fr)_var(--aside)] wide:gap-8"
      style={{ "--aside": `${aside}px` } as Record<string, string>}
    >
      <div className="grid min-w-0 content-start gap-6">{children}</div>
      <div className="grid min-w-0 content-start gap-6">{side}</div>
    </div>
  );
}

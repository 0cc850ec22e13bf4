import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type SectionProps = {
  title: ReactNode;
  /** Follows its noun without brackets. */
  count?: ReactNode;
  more?: ReactNode;
  id?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A part of a page with its heading above it. */
export function Section({ title, count, more, id, className, children }: SectionProps) {
  return (
    <section id={id} className={classNames("min-w-0", className)}>
      <div className="flex min-h-7 flex-wrap items-center gap-2 pb-1">
        <h2 className="font-600">{title}</h2>
        {count !== undefined ? <span className="text-text-3 tabular-nums">{count}</span> : null}
        {more !== undefined ? <div className="ml-auto flex items-center gap-1 text-12 text-text-3">{more}</div> : null}
      </div>
      {children}
    </section>
  );
}

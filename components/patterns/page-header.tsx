import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type PageHeaderProps = {
  /** What is true, as a sentence where there is one: "Five things need you, one of them now". */
  title: ReactNode;
  sub?: ReactNode;
  /** Facts beside the title. */
  pills?: ReactNode;
  /** At the right end; the one primary button comes last. On a phone under the text, side by side at full width. */
  actions?: ReactNode;
  /** A Glyph of size xl. */
  glyph?: ReactNode;
  /** Own padding, for flush pages. */
  flush?: boolean | undefined;
  className?: string | undefined;
};

/** The head of a page. */
export function PageHeader({ title, sub, pills, actions, glyph, flush, className }: PageHeaderProps) {
  return (
    <div
      className={classNames(
        "flex items-start gap-4 phone:flex-wrap phone:gap-3",
        flush && "px-6 pt-5 pb-4 phone:p-4",
        className,
      )}
    >
      {glyph}
      <div
        className={classNames("min-w-0 flex-1", glyph !== undefined && "phone:basis-[calc(100%-60px)] phone:grow-0")}
      >
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h1 className="min-w-0 text-20 leading-[26px] font-600 tracking-tight [overflow-wrap:anywhere]">{title}</h1>
          {pills !== undefined ? <span className="flex flex-wrap items-center gap-1.5">{pills}</span> : null}
        </div>
        {sub !== undefined ? <p className="mt-1 max-w-[92ch] text-text-2">{sub}</p> : null}
      </div>
      {actions !== undefined ? (
        <div className="flex flex-none flex-wrap items-center justify-end gap-2 phone:w-full phone:[&>*]:h-10 phone:[&>*]:flex-auto">
          {actions}
        </div>
      ) : null}
    </div>
  );
}

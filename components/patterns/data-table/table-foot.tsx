import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

export type TablePaging = {
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** "51 to 100 of 412". */
  summary?: ReactNode;
};
export type TableFootProps = {
  hints: boolean;
  selectable: boolean;
  freshness?: ReactNode;
  paging?: TablePaging | undefined;
};

/** What keys do, which rows these are, how fresh they are. */
export function TableFoot({ hints, selectable, freshness, paging }: TableFootProps) {
  const paged = paging && (paging.previousHref || paging.nextHref);
  return (
    <div className="mt-auto flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-1 text-12 text-text-3">
      {hints ? (
        <div className="flex items-center gap-4 phone:hidden" aria-hidden="true">
          <span className="flex items-center gap-1">
            <Kbd>j</Kbd>
            <Kbd>k</Kbd> move
          </span>
          {selectable ? (
            <span className="flex items-center gap-1">
              <Kbd>x</Kbd> select
            </span>
          ) : null}
          <span className="flex items-center gap-1">
            <Kbd>↵</Kbd> open
          </span>
        </div>
      ) : null}
      {freshness !== undefined ? <span className="ml-auto">{freshness}</span> : null}
      {paging?.summary !== undefined || paged ? (
        <nav
          aria-label="Pages"
          className={freshness === undefined ? "ml-auto flex items-center gap-2" : "flex items-center gap-2"}
        >
          <span className="tabular-nums">{paging?.summary}</span>
          {paged ? (
            <>
              <PageStep href={paging.previousHref} label="Previous" before={<ChevronLeft aria-hidden />} />
              <PageStep href={paging.nextHref} label="Next" after={<ChevronRight aria-hidden />} />
            </>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
}

type PageStepProps = { href: string | undefined; label: string; before?: ReactNode; after?: ReactNode };

function PageStep({ href, label, before, after }: PageStepProps) {
  return (
    <Button size="sm" icon={before} iconAfter={after} href={href} disabled={!href}>
      {label}
    </Button>
  );
}

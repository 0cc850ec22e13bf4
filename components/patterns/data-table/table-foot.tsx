"use client";
import type { ReactNode } from "react";
import { useExactTotal } from "#components/patterns/use-exact-counts.ts";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ChevronLeft, ChevronRight } from "#components/ui/icons.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Link } from "#components/ui/link.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/data-table/table-foot.tsx";

export type TablePaging = {
  /** How many rows of the list stand before this page. */
  before?: number | undefined;
  /** Of the whole list under its filter; absent where counting would cost more than it tells. */
  total?: number | undefined;
  /** False when there are more than `total`. */
  isTotalExact?: boolean | undefined;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** What the two are called where "Previous" and "Next" would not be true. */
  previousLabel?: string | undefined;
  nextLabel?: string | undefined;
};
export type TableFootProps = {
  hints: boolean;
  /** Whether Enter opens a row: some rows lead nowhere. */
  opens?: boolean | undefined;
  selectable: boolean;
  freshness?: ReactNode;
  paging?: TablePaging | undefined;
  /** How many rows are on this page. */
  shown: number;
};

/** What keys do, which rows these are, how fresh they are. */
export function TableFoot({ hints, opens = false, selectable, freshness, paging, shown }: TableFootProps) {
  const summary =
    paging?.total !== undefined && shown > 0 ? <Summary {...paging} total={paging.total} shown={shown} /> : undefined;
  const isPaged = paging && (paging.previousHref !== undefined || paging.nextHref !== undefined);
  if (!hints && freshness === undefined && summary === undefined && !isPaged) return null;
  return (
    <div
      className={classNames(
        "mt-auto flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-1 text-12 text-text-3",
        // Keys say nothing on a phone.
        freshness === undefined && summary === undefined && !isPaged && "phone:hidden",
      )}
    >
      {hints ? (
        <div className="flex items-center gap-4 phone:hidden" aria-hidden="true">
          <span className="flex items-center gap-1">
            <Kbd>{"j"}</Kbd>
            {words.kMove(<Kbd>{"k"}</Kbd>)}
          </span>
          {selectable ? <span className="flex items-center gap-1">{words.xSelect(<Kbd>{"x"}</Kbd>)}</span> : null}
          {opens ? <span className="flex items-center gap-1">{words.textOpen(<Kbd>{"↵"}</Kbd>)}</span> : null}
        </div>
      ) : null}
      {freshness !== undefined ? <span className="ml-auto phone:ml-0">{freshness}</span> : null}
      {summary !== undefined || isPaged ? (
        <nav
          aria-label={words.pages}
          className={
            freshness === undefined ? "ml-auto flex items-center gap-2" : "flex items-center gap-2 phone:ml-auto"
          }
        >
          {summary}
          {isPaged ? (
            <>
              <PageStep
                href={paging.previousHref}
                label={paging.previousLabel ?? words.previous}
                before={<ChevronLeft aria-hidden />}
              />
              <PageStep
                href={paging.nextHref}
                label={paging.nextLabel ?? words.next}
                after={<ChevronRight aria-hidden />}
              />
            </>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
}

function Summary(props: TablePaging & { total: number; shown: number }) {
  const { before = 0, shown } = props;
  const isExactAtOnce = props.isTotalExact !== false;
  const { count, isExact } = useExactTotal(props.total, isExactAtOnce);
  // Room for the exact figure, so that nothing moves when it comes.
  const room = isExactAtOnce ? undefined : "min-w-[28ch]";
  return (
    <span className={classNames("tabular-nums", room)}>
      {words.toOf(numberText(before + 1), numberText(before + shown), numberText(count), isExact ? "" : "+")}
    </span>
  );
}

type PageStepProps = { href: string | undefined; label: string; before?: ReactNode; after?: ReactNode };

function PageStep({ href, label, before, after }: PageStepProps) {
  if (href === undefined)
    return (
      <Button size="sm" icon={before} iconAfter={after} disabled>
        {label}
      </Button>
    );
  return (
    <Link href={href} whole className={buttonClass("default", "sm")}>
      {before}
      {label}
      {after}
    </Link>
  );
}

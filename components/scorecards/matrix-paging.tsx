import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/scorecards/matrix-paging.tsx";

export type MatrixPagingProps = { href: string; offset: number; pageSize: number; total: number };

/** Back and on through the rows; nothing when all of them are shown. */
export function MatrixPaging({ href, offset, pageSize, total }: MatrixPagingProps) {
  if (offset === 0 && total <= pageSize) return null;
  const to = (start: number) => `${href}?offset=${Math.max(0, start)}#matrix`;
  return (
    <nav aria-label={words.rows} className="mt-3 flex justify-end gap-2">
      {offset > 0 ? (
        <Button size="sm" href={to(offset - pageSize)} icon={<ChevronLeft />}>
          {words.closerOnes}
        </Button>
      ) : null}
      {offset + pageSize < total ? (
        <Button size="sm" href={to(offset + pageSize)} iconAfter={<ChevronRight />}>
          {words.nextTotal(Math.min(pageSize, total - offset - pageSize))}
        </Button>
      ) : null}
    </nav>
  );
}

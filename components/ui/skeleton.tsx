import { classNames } from "#components/ui/class-names.ts";
import * as words from "#components/words/ui/skeleton.ts";

export type SkeletonProps = {
  width?: number | string | undefined;
  height?: number | undefined;
  className?: string | undefined;
};

const late = "[animation:appear_var(--m-fast)_150ms_both]";

/** One block of what is coming, at its final size and never wider than its place. Nothing is shown for the first 150 ms. */
export function Skeleton({ width = "100%", height = 10, className }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames("block max-w-full rounded-[3px] bg-line", late, className)}
      style={{ width, height }}
    />
  );
}

const widths = ["38%", "30%", "45%", "33%", "41%", "28%"];

/** Rows at their final height. */
export function SkeletonRows({ rows, rowHeight = 36 }: { rows: number; rowHeight?: number | undefined }) {
  return (
    <div role="status" aria-label={words.loading}>
      {Array.from({ length: rows }, (_, index) => index).map((row) => (
        <div
          key={row}
          className="flex items-center gap-3 border-t border-line px-4 first:border-t-0"
          style={{ height: rowHeight }}
        >
          <Skeleton width={18} height={18} />
          <Skeleton width={widths[row % widths.length]} />
          <span className="flex-1" />
          <Skeleton width={52} />
        </div>
      ))}
    </div>
  );
}

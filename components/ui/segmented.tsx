import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";

export type SegmentedItem = {
  value: string;
  label: ReactNode;
  count?: number | string | undefined;
  href?: string | undefined;
};
export type SegmentedProps = {
  label: string;
  value: string;
  items: SegmentedItem[];
  onValueChange?: ((value: string) => void) | undefined;
  className?: string | undefined;
};

const frame =
  "m-0 inline-flex max-w-full min-w-0 gap-px overflow-x-auto rounded-2 border-0 bg-sunken p-[2px] inset-ring inset-ring-line";

/** A choice of few, all of them visible. With addresses they are links, without they are buttons. */
export function Segmented({ label, value, items, onValueChange, className }: SegmentedProps) {
  if (items.some((item) => item.href !== undefined)) {
    return (
      <nav aria-label={label} className={classNames(frame, className)}>
        {items.map((item) => (
          <Link
            key={item.value}
            href={item.href ?? ""}
            aria-current={item.value === value ? "true" : undefined}
            className={segmentClass(item.value === value)}
          >
            <Segment item={item} />
          </Link>
        ))}
      </nav>
    );
  }
  return (
    <fieldset aria-label={label} className={classNames(frame, className)}>
      {items.map((item) => (
        <button
          key={item.value}
          type="button"
          aria-pressed={item.value === value}
          className={segmentClass(item.value === value)}
          onClick={() => onValueChange?.(item.value)}
        >
          <Segment item={item} />
        </button>
      ))}
    </fieldset>
  );
}

function segmentClass(on: boolean): string {
  return classNames(
    "motion-fast flex h-6 flex-none items-center gap-1.5 rounded-1 px-[9px] text-12 font-500 whitespace-nowrap -outline-offset-2",
    on ? "bg-panel text-text ring-1 ring-line-2" : "text-text-2 hover:text-text",
  );
}

function Segment({ item }: { item: SegmentedItem }) {
  return (
    <>
      {item.label}
      {item.count !== undefined ? <span className="text-text-3 tabular-nums">{item.count}</span> : null}
    </>
  );
}

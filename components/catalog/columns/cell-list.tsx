import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import * as words from "#components/words/catalog/columns/cell-list.tsx";

// What stands at the end of a row is seen on a common screen: there one is enough.
const onlyWide = "max-[1439px]:hidden";
const onlyNarrow = "min-[1440px]:hidden";
const shownAtMost = 2;

type Item = { key: string; name: string; node: ReactNode };
type Props = {
  items: Item[];
  /** How many there are, when `items` are the first of more. */
  total?: number | undefined;
};

/** Several things in one cell: the first one or two, and how many more there are. */
export function CellList({ items, total = items.length }: Props) {
  const rest = (from: number) => ({
    count: total - Math.min(from, items.length),
    names: items.slice(from).map(({ name }) => name),
  });
  return (
    <span className="flex items-center gap-1">
      {items.slice(0, shownAtMost).map(({ key, node }, index) => (
        <span key={key} className={index === 0 ? undefined : onlyWide}>
          {node}
        </span>
      ))}
      <More {...rest(1)} className={onlyNarrow} />
      <More {...rest(shownAtMost)} className={onlyWide} />
    </span>
  );
}

function More({ count, names, className }: { count: number; names: string[]; className: string }) {
  if (count <= 0) return null;
  return (
    // What is only heard is held here: the table scrolls by itself, and it would reach out of it.
    <span className={classNames("relative text-11 text-text-3", className)} title={names.join(", ")}>
      <span aria-hidden>{words.plus(count)}</span>
      <span className="sr-only">{words.more(count)}</span>
    </span>
  );
}

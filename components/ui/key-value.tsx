import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type KeyValueItem = {
  term: ReactNode;
  value: ReactNode;
  /** Where it comes from and how old it is; stands at the right end. */
  source?: ReactNode;
};
export type KeyValueProps = { items: KeyValueItem[]; termWidth?: number | undefined; className?: string | undefined };

/** Properties that are looked up: name, value, and where the value comes from. */
export function KeyValue({ items, termWidth = 86, className }: KeyValueProps) {
  // Two may have the same name, and a name may be any node, so its place is its identity.
  const placed = items.map((item, place) => ({ item, key: `${place}` }));
  return (
    <dl
      className={classNames("grid items-center gap-x-3 gap-y-[9px]", className)}
      style={{ gridTemplateColumns: `${termWidth}px minmax(0, 1fr)` }}
    >
      {placed.map(({ item, key }) => (
        <div key={key} className="contents">
          <dt className="text-text-3">{item.term}</dt>
          <dd className="flex min-w-0 items-center gap-[7px]">
            <span className="flex min-w-0 flex-wrap items-center gap-x-[7px] [overflow-wrap:anywhere]">
              {item.value}
            </span>
            {item.source !== undefined && item.source !== null ? (
              <span className="ml-auto flex flex-none items-center gap-1 text-11 whitespace-nowrap text-text-3 [&_.lucide]:size-[11px]">
                {item.source}
              </span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

"use client";
import type { QueryBarProps } from "#components/catalog/query/query-bar.tsx";
import { queryFrame, queryTextClass } from "#components/catalog/query/query-frame.ts";
import { ListFilter } from "#components/ui/icons.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";

const Bar = new LaterPart<QueryBarProps>(
  async () => (await import("#components/catalog/query/query-bar.tsx")).QueryBar,
);

/** The bar of a query. Its text is on the page at once; whoever narrows with boxes never loads the editor. */
export function QueryBarLater(props: QueryBarProps) {
  return (
    <Later
      part={Bar}
      props={props}
      waiting={
        <search className={props.className}>
          <div className={queryFrame}>
            <ListFilter aria-hidden className="self-center text-text-3" />
            <p className={`min-h-6 min-w-0 flex-1 py-0.5 ${queryTextClass}`}>{props.value}</p>
          </div>
        </search>
      }
    />
  );
}

import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import * as words from "#components/words/ui/tabs.ts";

export type LinkTab = {
  label: ReactNode;
  href: string;
  count?: number | string | undefined;
  current?: boolean | undefined;
  /** The view was changed and not saved. */
  changed?: boolean | undefined;
};
export type LinkTabsProps = {
  label: string;
  items: LinkTab[];
  /** Right end: "Save view". */
  more?: ReactNode;
  /** Own side padding, for pages whose content runs edge to edge. */
  inset?: boolean | undefined;
  className?: string | undefined;
};

/** Parts of one page, each with its own address. On a phone they scroll sideways and fade out, and what else there is stands under them. */
export function LinkTabs({ label, items, more, inset, className }: LinkTabsProps) {
  return (
    <div className={classNames("flex border-b border-line phone:flex-wrap", inset && "px-6 phone:px-4", className)}>
      <nav
        aria-label={label}
        className="-mb-px flex min-w-0 gap-5 overflow-x-auto [scrollbar-width:none] phone:[mask-image:linear-gradient(90deg,#000_86%,transparent)] phone:pr-10"
      >
        {items.map((tab) => (
          <Link
            key={tab.href}
            href={tab.href}
            aria-current={tab.current ? "page" : undefined}
            className={classNames(
              "motion-fast flex h-[38px] flex-none items-center gap-1.5 border-b-2 whitespace-nowrap -outline-offset-2",
              tab.current ? "border-accent-mark font-550 text-text" : "border-transparent text-text-3 hover:text-text",
            )}
          >
            {tab.label}
            {tab.count !== undefined ? (
              <span className="text-11 font-450 text-text-3 tabular-nums">{tab.count}</span>
            ) : null}
            {tab.changed ? (
              <span
                role="img"
                aria-label={words.changed}
                title={words.changed}
                className="size-[7px] rounded-full bg-accent-mark"
              />
            ) : null}
          </Link>
        ))}
      </nav>
      {more !== undefined ? (
        <div className="ml-auto flex items-center gap-2 pl-4 text-12 text-text-3 phone:ml-0 phone:w-full phone:flex-wrap phone:pt-2 phone:pb-2 phone:pl-0 phone:empty:hidden">
          {more}
        </div>
      ) : null}
    </div>
  );
}

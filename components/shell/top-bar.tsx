import type { ReactNode } from "react";
import { type BreadcrumbItem, Breadcrumbs } from "#components/patterns/breadcrumbs.tsx";
import { BarPart } from "#components/shell/bar-part.tsx";

export type TopBarProps = {
  /** Where one is, from the outside in; the last is this page. */
  items: BreadcrumbItem[];
  /** Right end, before the help: how new what is shown is. Without it, whether news comes by itself. */
  children?: ReactNode;
};

/** The first line of every page. What is the same on every page comes from the shell. */
export function TopBar({ items, children }: TopBarProps) {
  return (
    <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line px-6 phone:px-4">
      <BarPart part="start" />
      <Breadcrumbs items={items} />
      <div className="print:hidden ml-auto flex flex-none items-center gap-2 pl-2">
        {children ?? <BarPart part="live" />}
        <BarPart part="help" />
      </div>
    </header>
  );
}

"use client";
import type { ReactNode } from "react";
import { type BreadcrumbItem, Breadcrumbs } from "#components/patterns/breadcrumbs.tsx";
import { fetchDrawer } from "#components/shell/layers.tsx";
import { useOptionalShell } from "#components/shell/shell-context.tsx";
import { PanelLeft } from "#components/ui/icons.tsx";
import * as words from "#components/words/shell/top-bar.ts";

export type TopBarProps = {
  /** Where one is, from the outside in; the last is this page. */
  items: BreadcrumbItem[];
  /** Right end: whether the page is live, copy link, help. */
  children?: ReactNode;
};

/** The first line of every page. */
export function TopBar({ items, children }: TopBarProps) {
  const shell = useOptionalShell();
  const button = "grid size-[26px] flex-none place-items-center rounded-2 text-text-3 hover:bg-hover phone:size-9";
  return (
    <header className="flex h-(--bar) flex-none items-center gap-2 border-b border-line px-6 phone:px-4">
      {shell ? (
        <>
          <button
            type="button"
            aria-label={shell.sideHidden ? words.showSidebar : words.hideSidebar}
            aria-pressed={shell.sideHidden}
            onClick={shell.toggleSide}
            className={`${button} -ml-[5px] phone:hidden`}
          >
            <PanelLeft aria-hidden />
          </button>
          <button
            type="button"
            aria-label={words.openNavigation}
            onClick={() => shell.setLayer("navigation")}
            onFocus={fetchDrawer}
            onPointerDown={fetchDrawer}
            className={`${button} -ml-2.5 hidden phone:grid`}
          >
            <PanelLeft aria-hidden />
          </button>
        </>
      ) : null}
      <Breadcrumbs items={items} />
      {children !== undefined ? (
        <div className="print:hidden ml-auto flex flex-none items-center gap-2 pl-2">{children}</div>
      ) : null}
    </header>
  );
}

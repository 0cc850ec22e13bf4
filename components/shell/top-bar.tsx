"use client";
import type { ReactNode } from "react";
import { type BreadcrumbItem, Breadcrumbs } from "#components/patterns/breadcrumbs.tsx";
import { fetchDrawer } from "#components/shell/layers.tsx";
import { LiveMark } from "#components/shell/live-mark.tsx";
import { useOptionalShell } from "#components/shell/shell-context.tsx";
import { CircleQuestionMark, PanelLeft } from "#components/ui/icons.tsx";
import * as words from "#components/words/shell/top-bar.ts";

export type TopBarProps = {
  /** Where one is, from the outside in; the last is this page. */
  items: BreadcrumbItem[];
  /** Right end, before the help: how new what is shown is. Without it, whether news comes by itself. */
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
      <div className="print:hidden ml-auto flex flex-none items-center gap-2 pl-2">
        {children ?? <LiveMark />}
        {shell ? (
          <button
            type="button"
            aria-label={words.help}
            aria-keyshortcuts="?"
            onClick={() => shell.setLayer("help")}
            className={`${button} -mr-[5px] phone:hidden`}
          >
            <CircleQuestionMark aria-hidden />
          </button>
        ) : null}
      </div>
    </header>
  );
}

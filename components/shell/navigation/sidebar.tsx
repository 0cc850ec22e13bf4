"use client";
import { fetchPalette } from "#components/shell/layers.tsx";
import { NavList } from "#components/shell/navigation/nav-list.tsx";
import { OrgSwitcher } from "#components/shell/navigation/org-switcher.tsx";
import { PersonMenu } from "#components/shell/navigation/person-menu.tsx";
import { useShell } from "#components/shell/shell-context.tsx";
import { Search } from "#components/ui/icons.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import * as words from "#components/words/shell/navigation/sidebar.ts";

/** The low ground beside the page. On a phone the bottom bar and its drawer take its place. */
export function Sidebar() {
  const { setLayer, sideHidden } = useShell();
  if (sideHidden) return null;
  return (
    <aside
      aria-label={words.sidebar}
      className="sticky top-0 flex h-screen w-(--side) flex-none flex-col gap-4 overflow-y-auto px-3 pt-3 pb-4 phone:hidden print:hidden"
    >
      <OrgSwitcher />
      <button
        type="button"
        aria-keyshortcuts="Meta+K Control+K"
        onClick={() => setLayer("palette")}
        onPointerEnter={fetchPalette}
        onFocus={fetchPalette}
        className="motion-fast flex h-[30px] flex-none items-center gap-2 rounded-2 border border-line-2 bg-deck pr-1.5 pl-[9px] text-left text-text-3 hover:border-line-control"
      >
        <Search aria-hidden className="!size-3.5" />
        <span className="flex-1">{words.searchOrRun}</span>
        <Kbd>{"⌘K"}</Kbd>
      </button>
      <NavList />
      <PersonMenu />
    </aside>
  );
}

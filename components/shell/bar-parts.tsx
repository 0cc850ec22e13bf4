"use client";
import type { ReactNode } from "react";
import { fetchDrawer } from "#components/shell/layers.tsx";
import { LiveMark } from "#components/shell/live-mark.tsx";
import { type BarPartName, useShell } from "#components/shell/shell-context.tsx";
import { CircleQuestionMark, PanelLeft } from "#components/ui/icons.tsx";
import * as words from "#components/words/shell/bar-parts.ts";

const button = "grid size-[26px] flex-none place-items-center rounded-2 text-text-3 hover:bg-hover phone:size-9";

/** What the first line of every page has from the shell. They are made here once and not sent with each page. */
export const barParts: Record<BarPartName, ReactNode> = {
  start: <NavigationButtons />,
  live: <LiveMark />,
  help: <HelpButton />,
};

function NavigationButtons() {
  const { sideHidden, toggleSide, setLayer } = useShell();
  return (
    <>
      <button
        type="button"
        aria-label={sideHidden ? words.showSidebar : words.hideSidebar}
        aria-pressed={sideHidden}
        onClick={toggleSide}
        className={`${button} -ml-[5px] phone:hidden`}
      >
        <PanelLeft aria-hidden />
      </button>
      <button
        type="button"
        aria-label={words.openNavigation}
        onClick={() => setLayer("navigation")}
        onFocus={fetchDrawer}
        onPointerDown={fetchDrawer}
        className={`${button} -ml-2.5 hidden phone:grid`}
      >
        <PanelLeft aria-hidden />
      </button>
    </>
  );
}

function HelpButton() {
  const { setLayer } = useShell();
  return (
    <button
      type="button"
      aria-label={words.help}
      aria-keyshortcuts="?"
      onClick={() => setLayer("help")}
      className={`${button} -mr-[5px] phone:-mr-2.5`}
    >
      <CircleQuestionMark aria-hidden />
    </button>
  );
}

import { type ReactNode, Suspense } from "react";
import { BackPosition } from "#components/shell/back-position.tsx";
import { barParts } from "#components/shell/bar-parts.tsx";
import { Layers } from "#components/shell/layers.tsx";
import { PhoneBar } from "#components/shell/navigation/phone-bar.tsx";
import { Sidebar } from "#components/shell/navigation/sidebar.tsx";
import { OfflineNotice } from "#components/shell/offline-notice.tsx";
import type { PalettePreview, PaletteSearch } from "#components/shell/palette/palette-items.tsx";
import { type ShellData, ShellProvider } from "#components/shell/shell-context.tsx";
import { Shortcuts } from "#components/shell/shortcuts/shortcuts.tsx";
import * as words from "#components/words/shell/app-shell.ts";

export type AppShellProps = ShellData & {
  /** Finds entities, actions and whatever else the server knows, for the palette. */
  search: PaletteSearch;
  /** Beside the list of the palette: what is worth knowing of the entity that is marked. */
  preview?: PalettePreview | undefined;
  children: ReactNode;
};

const pageEnd = "page-end";

/** Sidebar and ground lie low, the page is a raised deck. Every page of an organization stands in it. */
export function AppShell({ search, preview, children, ...data }: AppShellProps) {
  return (
    <ShellProvider data={data} bar={barParts}>
      {/* The page is painted once all of it is there: half a table has other columns than a whole one. */}
      <link rel="expect" href={`#${pageEnd}`} blocking="render" />
      <a
        href="#content"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-2 bg-accent px-3 py-2 font-500 text-on-accent focus:translate-y-0"
      >
        {words.skipToContent}
      </a>
      <div className="flex min-h-screen">
        <Sidebar />
        <main
          id="content"
          tabIndex={-1}
          className="relative mt-2 flex min-w-0 flex-1 flex-col rounded-tl-4 border-t border-l border-line-2 bg-deck outline-none phone:mt-0 phone:rounded-none phone:border-0 phone:pb-[64px] print:mt-0 print:border-0"
        >
          <OfflineNotice />
          {children}
        </main>
      </div>
      <PhoneBar />
      <span id={pageEnd} hidden />
      <Layers search={search} preview={preview} />
      <Shortcuts />
      <Suspense fallback={null}>
        <BackPosition />
      </Suspense>
    </ShellProvider>
  );
}

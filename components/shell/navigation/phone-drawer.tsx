"use client";
import { Dialog } from "@base-ui/react/dialog";
import { NavList } from "#components/shell/navigation/nav-list.tsx";
import { OrgSwitcher } from "#components/shell/navigation/org-switcher.tsx";
import { PersonMenu } from "#components/shell/navigation/person-menu.tsx";
import { useLayer, useShell } from "#components/shell/shell-context.tsx";
import { Search, X } from "#components/ui/icons.tsx";
import * as words from "#components/words/shell/navigation/phone-drawer.ts";

/** Everything the sidebar holds, for a phone; opens from the top bar. */
export function PhoneDrawer() {
  const { setLayer } = useShell();
  const { layer } = useLayer();
  return (
    <Dialog.Root open={layer === "navigation"} onOpenChange={(open) => setLayer(open ? "navigation" : "none")}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-(--m-base) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-40 flex w-[300px] max-w-[86vw] flex-col gap-4 overflow-y-auto border-r border-line-2 bg-ground p-4 outline-none transition-transform duration-(--m-base) ease-out data-ending-style:-translate-x-full data-starting-style:-translate-x-full">
          <div className="flex items-center gap-2">
            <Dialog.Title className="sr-only">{words.navigation}</Dialog.Title>
            <div className="min-w-0 flex-1">
              <OrgSwitcher />
            </div>
            <Dialog.Close
              aria-label={words.close}
              className="grid size-9 flex-none place-items-center rounded-2 text-text-3"
            >
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <button
            type="button"
            onClick={() => setLayer("palette")}
            className="flex h-11 flex-none items-center gap-2 rounded-2 border border-line-2 bg-deck px-3 text-left text-text-3"
          >
            <Search aria-hidden />
            {words.searchOrRun}
          </button>
          <NavList onNavigate={() => setLayer("none")} />
          <PersonMenu />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

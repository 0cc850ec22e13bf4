"use client";
import { memo, useEffect, useState } from "react";
import { useLayer, useShell } from "#components/shell/shell-context.tsx";
import { readPageKeys } from "#components/shell/shortcuts/page-keys.ts";
import { type Shortcut, type ShortcutGroup, shortcutGroups } from "#components/shell/shortcuts/shortcut-list.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import * as words from "#components/words/shell/shortcuts/shortcut-help.ts";

/** All keys in one place, those of this very page among them. */
export function ShortcutHelp() {
  const { setLayer } = useShell();
  const { layer } = useLayer();
  const open = layer === "help";
  const [onPage, setOnPage] = useState<Shortcut[]>([]);
  useEffect(() => {
    if (open) setOnPage(readPageKeys());
  }, [open]);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => setLayer(next ? "help" : "none")}
      title={words.keyboardShortcuts}
      description={words.keyboardShortcutsDescription}
      size="lg"
    >
      <Groups onPage={onPage} />
    </Dialog>
  );
}

/** Drawn again only when the page has other keys: not while the dialog goes away. */
const Groups = memo(function Groups({ onPage }: { onPage: Shortcut[] }) {
  const groups: ShortcutGroup[] =
    onPage.length === 0 ? shortcutGroups : [...shortcutGroups, { title: words.onThisPage, shortcuts: onPage }];
  return (
    <div className="grid grid-cols-3 gap-6 phone:grid-cols-1">
      {groups.map((group) => (
        <section key={group.title}>
          <h3 className="mb-1 text-12 font-600">{group.title}</h3>
          <dl>
            {group.shortcuts.map((shortcut) => (
              <div
                key={`${shortcut.keys.join(" ")} ${shortcut.does}`}
                className="flex min-h-[30px] items-center gap-2 border-t border-line"
              >
                <dt className="flex w-14 flex-none gap-1">
                  {shortcut.keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd className="text-12 text-text-2">{shortcut.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
});

"use client";
import { useState } from "react";
import type { DeedSubject, EntityDeeds } from "#components/catalog/deeds/entity-deeds.ts";
import type { RemovalDialogProps } from "#components/catalog/deeds/removal-dialog.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { Archive, ArchiveRestore, BadgeCheck, Ellipsis, History, Trash2 } from "#components/ui/icons.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { Menu, type MenuEntry } from "#components/ui/menu.tsx";
import * as words from "#components/words/catalog/deeds/entity-menu.ts";

const Removal = new LaterPart<RemovalDialogProps>(
  async () => (await import("#components/catalog/deeds/removal-dialog.tsx")).RemovalDialog,
);

/** Everything that can be done with an entity beside editing it, behind one quiet button. */
export function EntityMenu({ subject, deeds }: { subject: DeedSubject; deeds: EntityDeeds }) {
  const { title } = subject;
  const { report, isBusy } = useReport();
  const [asked, setAsked] = useState<"archive" | "delete" | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const ask = (what: "archive" | "delete") => {
    setAsked(what);
    setIsOpen(true);
  };
  const restore = () =>
    report(deeds.restore(), words.restored(title), {
      undo: () => deeds.archive(""),
      undone: words.archivedAgain(title),
    });
  const changes: MenuEntry = {
    label: words.history,
    icon: <History aria-hidden />,
    href: `${entityHref(subject.org, subject)}?tab=changes`,
  };
  const remove: MenuEntry = {
    label: words.remove,
    icon: <Trash2 aria-hidden />,
    danger: true,
    onSelect: () => ask("delete"),
  };
  const items: MenuEntry[] = subject.isArchived
    ? [{ label: words.restore, icon: <ArchiveRestore aria-hidden />, onSelect: restore }, changes, remove]
    : [
        {
          label: words.stillTrue,
          icon: <BadgeCheck aria-hidden />,
          onSelect: () => report(deeds.verify(subject.version), words.confirmed(title)),
        },
        changes,
        { kind: "separator" },
        { label: words.archive, icon: <Archive aria-hidden />, onSelect: () => ask("archive") },
        remove,
      ];
  return (
    <>
      <Menu
        label={words.whatCanBeDone(title)}
        align="end"
        trigger={
          <Button
            icon={<Ellipsis aria-hidden />}
            busy={isBusy}
            aria-label={words.whatCanBeDone(title)}
            onPointerEnter={Removal.prepare}
          >
            {words.more}
          </Button>
        }
        items={items}
      />
      {asked === null ? null : (
        <Later
          part={Removal}
          props={{ what: asked, subject, deeds, open: isOpen, onOpenChange: setIsOpen }}
          onLost={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

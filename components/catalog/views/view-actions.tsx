"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ViewFormProps } from "#components/catalog/views/view-form.tsx";
import { viewHref } from "#components/catalog/views/view-href.ts";
import { begin } from "#components/patterns/going.ts";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Ellipsis } from "#components/ui/icons.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { Menu } from "#components/ui/menu.tsx";
import * as words from "#components/words/catalog/views/view-actions.ts";
import { inSentence } from "#components/words/in-sentence.ts";
import type { SavedView, ViewAudience, ViewState } from "#lib/catalog/views/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type ViewValues = { name: string; audience: ViewAudience; teamId: string | null; isDefault: boolean };
export type ViewMutations = {
  create: (values: ViewValues & { state: ViewState }) => Promise<MutationResult<{ id: string }>>;
  update: (id: string, values: Partial<ViewValues> & { state?: ViewState }) => Promise<MutationResult<{ id: string }>>;
  remove: (id: string) => Promise<MutationResult<{ id: string }>>;
  restore: (id: string) => Promise<MutationResult<{ id: string }>>;
};
export type ViewActionsProps = {
  org: string;
  noun: string;
  current: SavedView | undefined;
  isChanged: boolean;
  isNarrowed: boolean;
  kept: ViewState;
  clearHref: string;
  teams: { id: string; name: string }[];
  mayShare: boolean;
  mayPublish: boolean;
  mutations: ViewMutations;
};

const Form = new LaterPart<ViewFormProps>(
  async () => (await import("#components/catalog/views/view-form.tsx")).ViewForm,
);

/** Saves what is shown as a view, and changes or discards one that was opened. */
export function ViewActions(props: ViewActionsProps) {
  const { org, noun, current, isChanged, isNarrowed, kept, clearHref, teams, mutations } = props;
  const router = useRouter();
  const { report, isBusy } = useReport();
  const [open, setOpen] = useState<"new" | "change" | "delete" | null>(null);
  const go = (how: "push" | "replace", href: string) => {
    begin();
    router[how](href);
  };
  const form = (view: SavedView | undefined): ViewFormProps => ({
    noun,
    view,
    teams: props.mayShare ? teams : [],
    mayPublish: props.mayPublish,
    async save(values) {
      const result = await (view === undefined
        ? mutations.create({ ...values, state: kept })
        : mutations.update(view.id, values));
      return result;
    },
    saved(id) {
      setOpen(null);
      if (view === undefined) go("push", viewHref(org, { id, state: kept }));
      else router.refresh();
    },
  });
  const saveChanges = async () => {
    if (current === undefined) return;
    if (await report(mutations.update(current.id, { state: kept }), words.wasSaved(current.name)))
      go("replace", viewHref(org, { id: current.id, state: kept }));
  };
  return (
    <>
      {isChanged && current?.mayChange ? (
        <>
          <span>{words.changed}</span>
          <Button size="sm" busy={isBusy} onClick={saveChanges}>
            {words.save}
          </Button>
        </>
      ) : null}
      {isChanged && current !== undefined ? (
        <Button size="sm" variant="ghost" href={viewHref(org, current)}>
          {words.discard}
        </Button>
      ) : null}
      {isNarrowed && (current === undefined || isChanged) ? (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => setOpen("new")}
          onPointerEnter={Form.prepare}
          onFocus={Form.prepare}
        >
          {current === undefined ? words.saveView : words.saveAs}
        </Button>
      ) : null}
      {current?.mayChange ? (
        <Menu
          label={words.whatCanBeDoneWith(current.name)}
          align="end"
          trigger={<IconButton label={words.moreAbout(current.name)} icon={<Ellipsis aria-hidden />} />}
          items={[
            { label: words.renameOrShare, onSelect: () => setOpen("change") },
            {
              label: current.isDefault
                ? words.noLongerOpenWithIt(inSentence(noun))
                : words.openWithIt(inSentence(noun)),
              onSelect: () =>
                void report(
                  mutations.update(current.id, { isDefault: !current.isDefault }),
                  current.isDefault ? words.openAsTheyAre(noun) : words.openWith(noun, current.name),
                ),
            },
            { kind: "separator" },
            { label: words.deleteLabel, danger: true, onSelect: () => setOpen("delete") },
          ]}
        />
      ) : null}
      <Dialog
        open={open === "new" || open === "change"}
        onOpenChange={(next) => setOpen(next ? open : null)}
        title={open === "change" ? words.changeCurrent(current?.name ?? words.theView) : words.saveView}
        description={words.aViewIsAName}
      >
        <Later part={Form} props={form(open === "change" ? current : undefined)} onLost={() => setOpen(null)} />
      </Dialog>
      {current === undefined ? null : (
        <ConfirmDialog
          open={open === "delete"}
          onOpenChange={(next) => setOpen(next ? "delete" : null)}
          title={words.deleteTheView(current.name)}
          description={current.audience === "mine" ? words.whatItShowsStays : words.itGoesForEverybodyWho}
          confirmLabel={words.deleteView}
          danger
          onConfirm={async () => {
            const back = { undo: () => mutations.restore(current.id), undone: words.isBack(current.name) };
            if (await report(mutations.remove(current.id), words.wasDeleted(current.name), back))
              go("replace", clearHref);
          }}
        />
      )}
    </>
  );
}

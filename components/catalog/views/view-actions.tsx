"use client";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ViewFormProps } from "#components/catalog/views/view-form.tsx";
import { viewHref } from "#components/catalog/views/view-state.ts";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { Menu } from "#components/ui/menu.tsx";
import type { SavedView, ViewAudience, ViewState } from "#lib/catalog/views/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type ViewValues = { name: string; audience: ViewAudience; teamId: string | null; isDefault: boolean };
export type ViewMutations = {
  create: (values: ViewValues & { state: ViewState }) => Promise<MutationResult<{ id: string }>>;
  update: (id: string, values: Partial<ViewValues> & { state?: ViewState }) => Promise<MutationResult<{ id: string }>>;
  remove: (id: string) => Promise<MutationResult<{ id: string }>>;
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
      if (view === undefined) router.push(viewHref(org, { id, state: kept }));
      else router.refresh();
    },
  });
  const saveChanges = async () => {
    if (current === undefined) return;
    if (await report(mutations.update(current.id, { state: kept }), `${current.name} was saved`))
      router.replace(viewHref(org, { id: current.id, state: kept }));
  };
  return (
    <>
      {isChanged && current?.mayChange ? (
        <>
          <span>Changed</span>
          <Button size="sm" busy={isBusy} onClick={saveChanges}>
            Save
          </Button>
        </>
      ) : null}
      {isChanged && current !== undefined ? (
        <Button size="sm" variant="ghost" href={viewHref(org, current)}>
          Discard
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
          {current === undefined ? "Save view" : "Save as…"}
        </Button>
      ) : null}
      {current?.mayChange ? (
        <Menu
          label={`What can be done with ${current.name}`}
          align="end"
          trigger={<IconButton label={`More about ${current.name}`} icon={<Ellipsis aria-hidden />} />}
          items={[
            { label: "Rename or share…", onSelect: () => setOpen("change") },
            {
              label: current.isDefault
                ? `No longer open ${noun.toLowerCase()} with it`
                : `Open ${noun.toLowerCase()} with it`,
              onSelect: () =>
                void report(
                  mutations.update(current.id, { isDefault: !current.isDefault }),
                  current.isDefault ? `${noun} open as they are` : `${noun} open with ${current.name}`,
                ),
            },
            { kind: "separator" },
            { label: "Delete…", danger: true, onSelect: () => setOpen("delete") },
          ]}
        />
      ) : null}
      <Dialog
        open={open === "new" || open === "change"}
        onOpenChange={(next) => setOpen(next ? open : null)}
        title={open === "change" ? `Change ${current?.name ?? "the view"}` : "Save view"}
        description="A view is a name for what is shown: kind, filter, order, groups and columns."
      >
        <Later part={Form} props={form(open === "change" ? current : undefined)} onLost={() => setOpen(null)} />
      </Dialog>
      {current === undefined ? null : (
        <ConfirmDialog
          open={open === "delete"}
          onOpenChange={(next) => setOpen(next ? "delete" : null)}
          title={`Delete the view ${current.name}?`}
          description={
            current.audience === "mine"
              ? "What it shows stays as it is."
              : "It goes for everybody who sees it. What it shows stays as it is."
          }
          confirmLabel="Delete view"
          danger
          onConfirm={async () => {
            if (await report(mutations.remove(current.id), `${current.name} was deleted`)) router.replace(clearHref);
          }}
        />
      )}
    </>
  );
}

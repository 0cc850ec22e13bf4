import { type CatalogParameters, catalogHref } from "#components/catalog/catalog-search.ts";
import { isSameState } from "#components/catalog/views/complete-view.ts";
import { ViewActions, type ViewMutations } from "#components/catalog/views/view-actions.tsx";
import { noView, viewHref } from "#components/catalog/views/view-href.ts";
import { ViewProblems } from "#components/catalog/views/view-problems.tsx";
import { LinkTabs } from "#components/ui/tabs.tsx";
import * as words from "#components/words/catalog/views/view-tabs.ts";
import { inSentence } from "#components/words/in-sentence.ts";
import type { ViewProblem } from "#lib/catalog/views/check-view.ts";
import type { SavedView, ViewState } from "#lib/catalog/views/schema.ts";

export type ViewTabsProps = {
  org: string;
  /** The kind that is shown, as it is called: "Components", or "Everything". */
  noun: string;
  views: SavedView[];
  teams: { id: string; name: string }[];
  /** The view that the address names. */
  currentId: string | undefined;
  /** What the address holds. */
  state: ViewState;
  /** What of it no longer works. */
  problems: ViewProblem[];
  parameters: CatalogParameters;
  /** The same with what this browser remembers of the table, to be kept. */
  kept: ViewState;
  mayShare: boolean;
  mayPublish: boolean;
  mutations: ViewMutations;
};

/** The saved views of a kind, and what can be done with the one that is open. */
export function ViewTabs(props: ViewTabsProps) {
  const { org, noun, views, currentId, state, problems, parameters, kept, mutations, ...rights } = props;
  // A view of a kind that is gone stays open while another kind is chosen for it.
  const ofKind = views.filter((view) => view.blueprint === (state.blueprint ?? null) || view.id === currentId);
  const current = ofKind.find((view) => view.id === currentId);
  const isChanged = current !== undefined && !isSameState(current.state, state);
  const isNarrowed = Object.keys(state).some((name) => name !== "blueprint");
  const own = { blueprint: state.blueprint ?? "all" };
  const all = catalogHref(org, {}, ofKind.some((view) => view.isDefault) ? { ...own, view: noView } : own);
  const actions = (
    <ViewActions
      {...rights}
      org={org}
      noun={noun}
      current={current}
      isChanged={isChanged}
      isNarrowed={isNarrowed}
      kept={kept}
      clearHref={all}
      mutations={mutations}
    />
  );
  if (ofKind.length === 0 && !isNarrowed) return null;
  return (
    <>
      <LinkTabs
        label={words.savedViews}
        inset
        className="mb-3"
        items={[
          {
            label: noun === words.everything ? words.everything : words.allNoun(inSentence(noun)),
            href: all,
            current: current === undefined,
          },
          ...ofKind.map((view) => ({
            label: view.name,
            href: viewHref(org, view),
            current: view === current,
            changed: view === current && isChanged,
          })),
        ]}
        more={actions}
      />
      <ViewProblems org={org} name={current?.name} problems={problems} parameters={parameters} />
    </>
  );
}

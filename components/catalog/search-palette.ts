import { entityHref } from "#components/catalog/entity-href.ts";
import { viewHref } from "#components/catalog/views/view-href.ts";
import { restGet } from "#components/patterns/rest-client.ts";
import type { PaletteGroup, PaletteItem } from "#components/shell/palette/palette-items.tsx";
import * as words from "#components/words/catalog/search-palette.ts";
import type { EntitySummary } from "#lib/catalog/entities/entity-views.ts";
import type { SavedView } from "#lib/catalog/views/schema.ts";

type FoundAction = { identifier: string; title: string; category: string };

const shownOthers = 5;

/** What the palette finds on the server: entities and teams by name, actions, scorecards, runs. Any may fail without taking the others along. */
export async function searchPalette(org: string, text: string): Promise<PaletteGroup[]> {
  const answers = await Promise.allSettled([
    findEntities(org, text),
    findActions(org, text),
    findScorecards(org, text),
    findViews(org, text),
    findRuns(org, text),
  ]);
  const [first] = answers;
  if (answers.every((answer) => answer.status === "rejected") && first.status === "rejected") throw first.reason;
  return answers
    .flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []))
    .filter((group) => group.items.length > 0);
}

async function findEntities(org: string, text: string): Promise<PaletteGroup[]> {
  const { items, isLikeness } = await restGet<{ items: EntitySummary[]; isLikeness: boolean }>(
    org,
    "/entities/search",
    { text },
  );
  const teams = items.filter((entity) => entity.blueprint === "group");
  const others = items.filter((entity) => entity.blueprint !== "group");
  const isTeam = teams[0] !== undefined && teams[0] === items[0];
  const groups = [
    {
      title: isLikeness ? words.catalogNearestNames : words.catalog,
      items: others.map((entity) => entityItem(org, entity)),
    },
    { title: words.teams, items: teams.map((entity) => entityItem(org, entity)) },
  ];
  return isTeam ? groups.reverse() : groups;
}

async function findScorecards(org: string, text: string): Promise<PaletteGroup[]> {
  const { scorecards } = await restGet<{ scorecards: { identifier: string; title: string }[] }>(org, "/scorecards");
  const items = scorecards
    .filter(({ title, identifier }) => hasAllWords(words.titleIdentifierScorecard(title, identifier), text))
    .slice(0, shownOthers)
    .map(
      ({ identifier, title }): PaletteItem => ({
        id: `scorecard:${identifier}`,
        title,
        detail: words.scorecard,
        href: `/${org}/scorecards/${encodeURIComponent(identifier)}`,
        kind: "scorecard",
      }),
    );
  return [{ title: words.scorecards, items }];
}

async function findViews(org: string, text: string): Promise<PaletteGroup[]> {
  const { items } = await restGet<{ items: SavedView[] }>(org, "/views");
  const found = items
    .filter((view) => hasAllWords(words.viewBlueprint(view.name, view.blueprint ?? ""), text))
    .slice(0, shownOthers)
    .map(
      (view): PaletteItem => ({
        id: `view:${view.id}`,
        title: view.name,
        detail: view.team === null ? words.savedView : words.savedViewOf(view.team.name),
        href: viewHref(org, view),
        kind: "view",
      }),
    );
  return [{ title: words.savedViews, items: found }];
}

type FoundRun = { number: number; title: string; status: string; action: { title: string } };

async function findRuns(org: string, text: string): Promise<PaletteGroup[]> {
  const { runs, total } = await restGet<{ runs: FoundRun[]; total: number }>(org, "/runs", {
    text,
    limit: String(shownOthers),
  });
  const items = runs.map(
    ({ number, title, status, action }): PaletteItem => ({
      id: `run:${number}`,
      title,
      detail: `${action.title} #${number}, ${status}`,
      href: `/${org}/runs/${number}`,
      kind: "run",
    }),
  );
  return [{ title: words.runs, total, items }];
}

function entityItem(org: string, entity: EntitySummary): PaletteItem {
  return {
    id: `entity:${entity.id}`,
    title: entity.title,
    detail: [kindOf(entity), entity.owner?.title].filter(Boolean).join(", "),
    href: entityHref(org, entity),
    kind: entity.blueprint === "group" ? "team" : "entity",
    blueprint: entity.blueprint,
  };
}

function kindOf({ blueprint, type }: EntitySummary): string {
  const names: Record<string, string> = {
    api: "API",
    group: words.team,
    user: words.person,
    airesource: words.aiResource,
  };
  const kind = names[blueprint] ?? blueprint.charAt(0).toUpperCase() + blueprint.slice(1);
  return blueprint === "component" && type !== null ? type.charAt(0).toUpperCase() + type.slice(1) : kind;
}

async function findActions(org: string, text: string): Promise<PaletteGroup[]> {
  const { actions } = await restGet<{ actions: FoundAction[] }>(org, "/actions");
  const items = actions
    .filter((action) => hasAllWords(`${action.title} ${action.identifier} ${action.category}`, text))
    .slice(0, shownOthers)
    .map(
      (action): PaletteItem => ({
        id: `action:${action.identifier}`,
        title: action.title,
        detail: action.category,
        href: `/${org}/actions/${encodeURIComponent(action.identifier)}`,
        kind: "action",
      }),
    );
  return [{ title: words.actions, items }];
}

function hasAllWords(known: string, text: string): boolean {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.every((word) => known.toLowerCase().includes(word));
}

import { entityHref } from "#components/catalog/entity-href.ts";
import { restGet } from "#components/patterns/rest-client.ts";
import type { PaletteGroup, PaletteItem } from "#components/shell/palette/palette-items.tsx";
import type { EntitySummary } from "#lib/catalog/entities/entity-views.ts";

type FoundAction = { identifier: string; title: string; category: string };

const shownActions = 5;

/** What the palette finds beside pages: entities by name, and actions. Either may fail without taking the other along. */
export async function searchPalette(org: string, text: string): Promise<PaletteGroup[]> {
  const [entities, actions] = await Promise.allSettled([
    restGet<{ items: EntitySummary[]; isLikeness: boolean }>(org, "/entities/search", { text }),
    restGet<{ actions: FoundAction[] }>(org, "/actions"),
  ]);
  if (entities.status === "rejected" && actions.status === "rejected") throw entities.reason;
  const groups: PaletteGroup[] = [];
  if (entities.status === "fulfilled") {
    const { items, isLikeness } = entities.value;
    groups.push({
      title: isLikeness ? "Catalog, nearest names" : "Catalog",
      items: items.map((entity) => entityItem(org, entity)),
    });
  }
  if (actions.status === "fulfilled") {
    groups.push({ title: "Actions", items: findActions(org, actions.value.actions, text) });
  }
  return groups.filter((group) => group.items.length > 0);
}

function entityItem(org: string, entity: EntitySummary): PaletteItem {
  return {
    id: `entity:${entity.id}`,
    title: entity.title,
    detail: [kindOf(entity), entity.owner?.title].filter(Boolean).join(", "),
    href: entityHref(org, entity),
    kind: entity.blueprint === "group" ? "team" : "entity",
  };
}

function kindOf({ blueprint, type }: EntitySummary): string {
  const names: Record<string, string> = { api: "API", group: "Team", user: "Person", airesource: "AI resource" };
  const kind = names[blueprint] ?? blueprint.charAt(0).toUpperCase() + blueprint.slice(1);
  return blueprint === "component" && type !== null ? type.charAt(0).toUpperCase() + type.slice(1) : kind;
}

function findActions(org: string, actions: FoundAction[], text: string): PaletteItem[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return actions
    .filter((action) =>
      words.every((word) => `${action.title} ${action.identifier} ${action.category}`.toLowerCase().includes(word)),
    )
    .slice(0, shownActions)
    .map((action) => ({
      id: `action:${action.identifier}`,
      title: action.title,
      detail: action.category,
      href: `/${org}/actions/${encodeURIComponent(action.identifier)}`,
      kind: "action",
    }));
}

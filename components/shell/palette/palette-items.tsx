import type { ReactNode } from "react";
import { KindIcon } from "#components/catalog/blueprint-icon.tsx";
import { settingsSections } from "#components/identity/settings-sections.tsx";
import { navIcons } from "#components/shell/navigation/navigation-icons.tsx";
import { type NavKey, navItems } from "#components/shell/navigation/navigation-items.ts";
import { type Act, verbIcon } from "#components/shell/palette/verbs.tsx";
import { Box, CornerDownRight, ListFilter, ListVideo, ShieldCheck, Users, Zap } from "#components/ui/icons.tsx";
import { keys } from "#components/ui/keys.ts";
import type { LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/shell/palette/palette-items.ts";

/** What somebody can find. */
export type PaletteKind = "entity" | "action" | "page" | "run" | "team" | "scorecard" | "view" | "verb";
export type PaletteItem = {
  id: string;
  title: string;
  detail?: string | undefined;
  /** Where it leads; a verb that is done here has none. */
  href?: string | undefined;
  /** Done here instead of going anywhere. */
  act?: Act | undefined;
  /** The key that is pressed on the page it leads to. */
  press?: string | undefined;
  /** Keys that do the same without the palette. */
  keys?: string[] | undefined;
  kind?: PaletteKind | undefined;
  /** Of an entity: what kind it is in the catalog. */
  blueprint?: string | undefined;
  level?: { rank: number; name: string } | undefined;
};
export type PaletteGroup = { title: string; total?: number | undefined; items: PaletteItem[] };
/** Shows more of an item than its row, beside the list. */
export type PalettePreview = LaterPart<{ org: string; item: PaletteItem }>;
export type PaletteSearch = (text: string) => Promise<PaletteGroup[]>;

const kindIcons: Record<PaletteKind, ReactNode> = {
  entity: <Box aria-hidden />,
  action: <Zap aria-hidden />,
  page: <CornerDownRight aria-hidden />,
  run: <ListVideo aria-hidden />,
  team: <Users aria-hidden />,
  scorecard: <ShieldCheck aria-hidden />,
  view: <ListFilter aria-hidden />,
  verb: <CornerDownRight aria-hidden />,
};

/** The picture of an item: pages keep the icon they have in the sidebar. */
export function paletteIcon(item: PaletteItem): ReactNode {
  if (item.blueprint !== undefined) return <KindIcon blueprint={item.blueprint} />;
  if (item.kind === "verb") return verbIcon(item.id);
  if (item.kind === "page") {
    const page = navItems.find((candidate) => `page:${candidate.key}` === item.id);
    if (page) return navIcons[page.key];
    const section = settingsSections.find((candidate) => `page:${candidate.path}` === item.id);
    if (section) return section.icon;
  }
  return kindIcons[item.kind ?? "entity"];
}

export type PageLimits = { hidden?: NavKey[] | undefined; settingsPaths?: string[] | undefined };

/** Pages this person has, found at once without asking the server. Those of settings only when something was typed: they are many. */
export function findPages(base: string, text: string, { hidden, settingsPaths }: PageLimits): PaletteItem[] {
  const wanted = text.trim().toLowerCase();
  const pages = navItems
    .filter((item) => !hidden?.includes(item.key) && item.label.toLowerCase().includes(wanted))
    .map((item) => ({
      ...pageItem(item.key, item.label, `${base}${item.path}`, words.page),
      keys: item.jump === undefined ? undefined : [keys.jump, item.jump],
    }));
  if (wanted === "") return pages;
  const sections = settingsSections.filter(
    (section) =>
      settingsPaths?.includes(section.path) &&
      !navItems.some((item) => item.path === section.path) &&
      `settings ${section.label}`.toLowerCase().includes(wanted),
  );
  return [
    ...pages,
    ...sections.map((section) => pageItem(section.path, section.label, `${base}${section.path}`, words.settings)),
  ];
}

function pageItem(key: string, title: string, href: string, detail: string): PaletteItem {
  return { id: `page:${key}`, title, href, kind: "page", detail };
}

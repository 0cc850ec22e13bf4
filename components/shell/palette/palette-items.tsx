import { Box, CornerDownRight, ListVideo, Users, Zap } from "lucide-react";
import type { ReactNode } from "react";
import { type NavKey, navItems } from "#components/shell/navigation/navigation-items.tsx";

export type PaletteKind = "entity" | "action" | "page" | "run" | "team";
export type PaletteItem = {
  id: string;
  title: string;
  detail?: string | undefined;
  href: string;
  kind?: PaletteKind | undefined;
  level?: { rank: number; name: string } | undefined;
};
export type PaletteGroup = { title: string; total?: number | undefined; items: PaletteItem[] };
export type PaletteSearch = (text: string) => Promise<PaletteGroup[]>;

const kindIcons: Record<PaletteKind, ReactNode> = {
  entity: <Box aria-hidden />,
  action: <Zap aria-hidden />,
  page: <CornerDownRight aria-hidden />,
  run: <ListVideo aria-hidden />,
  team: <Users aria-hidden />,
};

/** The picture of an item: pages keep the icon they have in the sidebar. */
export function paletteIcon(item: PaletteItem): ReactNode {
  if (item.kind === "page") {
    const page = navItems.find((candidate) => `page:${candidate.key}` === item.id);
    if (page) return page.icon;
  }
  return kindIcons[item.kind ?? "entity"];
}

/** Pages everyone has, found at once without asking the server. */
export function findPages(base: string, text: string, hidden: NavKey[] | undefined): PaletteItem[] {
  const wanted = text.trim().toLowerCase();
  return navItems
    .filter((item) => !hidden?.includes(item.key) && item.label.toLowerCase().includes(wanted))
    .map((item) => ({
      id: `page:${item.key}`,
      title: item.label,
      href: `${base}${item.path}`,
      kind: "page",
      detail: "Page",
    }));
}

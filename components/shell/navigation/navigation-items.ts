import * as words from "#components/words/shell/navigation/navigation-items.ts";
export type NavKey =
  | "home"
  | "inbox"
  | "catalog"
  | "scorecards"
  | "actions"
  | "runs"
  | "dashboards"
  | "sources"
  | "audit"
  | "settings";

export type NavItem = {
  key: NavKey;
  label: string;
  /** Below the organization's address. */
  path: string;
  /** Other sections that belong to this entry. */
  also?: string[];
  /** Second key after g. */
  jump?: string;
  group: "main" | "portal" | "administration";
  /** Stands in the bottom bar of a phone. */
  phone?: boolean;
};

export const navItems: NavItem[] = [
  { key: "home", label: words.home, path: "", jump: "h", group: "main", phone: true },
  {
    key: "inbox",
    label: words.inbox,
    path: "/inbox",
    jump: "i",
    group: "main",
    phone: true,
  },
  {
    key: "catalog",
    label: words.catalog,
    path: "/catalog",
    // Forms of entities stand outside the catalog's own addresses, where any identifier is possible.
    also: ["/edit", "/blueprints"],
    jump: "c",
    group: "portal",
    phone: true,
  },
  {
    key: "scorecards",
    label: words.scorecards,
    path: "/scorecards",
    jump: "s",
    group: "portal",
  },
  {
    key: "actions",
    label: words.actions,
    path: "/actions",
    jump: "a",
    group: "portal",
    phone: true,
  },
  {
    key: "runs",
    label: words.runs,
    path: "/runs",
    jump: "r",
    group: "portal",
    phone: true,
  },
  {
    key: "dashboards",
    label: words.dashboards,
    path: "/dashboards",
    jump: "d",
    group: "portal",
  },
  { key: "sources", label: words.sources, path: "/sources", group: "administration" },
  { key: "audit", label: words.auditLog, path: "/audit", group: "administration" },
  { key: "settings", label: words.settings, path: "/settings", group: "administration" },
];

/** Which entry an address belongs to; home only when it is exactly home. */
export function isCurrent(item: NavItem, base: string, pathname: string): boolean {
  if (item.path === "") return pathname === base;
  const isBelow = (address: string) => pathname === address || pathname.startsWith(`${address}/`);
  return isBelow(`${base}${item.path}`) || (item.also ?? []).some((path) => isBelow(`${base}${path}`));
}

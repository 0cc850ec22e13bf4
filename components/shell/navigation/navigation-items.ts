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
  /** Second key after g. */
  jump?: string;
  group: "main" | "portal" | "administration";
  /** Stands in the bottom bar of a phone. */
  phone?: boolean;
};

export const navItems: NavItem[] = [
  { key: "home", label: "Home", path: "", jump: "h", group: "main", phone: true },
  {
    key: "inbox",
    label: "Inbox",
    path: "/inbox",
    jump: "i",
    group: "main",
    phone: true,
  },
  {
    key: "catalog",
    label: "Catalog",
    path: "/catalog",
    jump: "c",
    group: "portal",
    phone: true,
  },
  {
    key: "scorecards",
    label: "Scorecards",
    path: "/scorecards",
    jump: "s",
    group: "portal",
  },
  {
    key: "actions",
    label: "Actions",
    path: "/actions",
    jump: "a",
    group: "portal",
    phone: true,
  },
  {
    key: "runs",
    label: "Runs",
    path: "/runs",
    jump: "r",
    group: "portal",
    phone: true,
  },
  {
    key: "dashboards",
    label: "Dashboards",
    path: "/dashboards",
    jump: "d",
    group: "portal",
  },
  { key: "sources", label: "Sources", path: "/sources", group: "administration" },
  { key: "audit", label: "Audit log", path: "/audit", group: "administration" },
  { key: "settings", label: "Settings", path: "/settings", group: "administration" },
];

/** Which entry an address belongs to; home only when it is exactly home. */
export function isCurrent(item: NavItem, base: string, pathname: string): boolean {
  const address = `${base}${item.path}`;
  return item.path === "" ? pathname === address : pathname === address || pathname.startsWith(`${address}/`);
}

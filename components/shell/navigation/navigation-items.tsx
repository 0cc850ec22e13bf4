import {
  ChartLine,
  FolderGit2,
  House,
  Inbox,
  LayoutGrid,
  ListVideo,
  ScrollText,
  Settings2,
  ShieldCheck,
  Zap,
} from "lucide-react";
import type { ReactNode } from "react";

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
  icon: ReactNode;
  /** Second key after g. */
  jump?: string;
  group: "main" | "portal" | "administration";
  /** Stands in the bottom bar of a phone. */
  phone?: boolean;
};

export const navItems: NavItem[] = [
  { key: "home", label: "Home", path: "", icon: <House aria-hidden />, jump: "h", group: "main", phone: true },
  {
    key: "inbox",
    label: "Inbox",
    path: "/inbox",
    icon: <Inbox aria-hidden />,
    jump: "i",
    group: "main",
    phone: true,
  },
  {
    key: "catalog",
    label: "Catalog",
    path: "/catalog",
    icon: <LayoutGrid aria-hidden />,
    jump: "c",
    group: "portal",
    phone: true,
  },
  {
    key: "scorecards",
    label: "Scorecards",
    path: "/scorecards",
    icon: <ShieldCheck aria-hidden />,
    jump: "s",
    group: "portal",
  },
  {
    key: "actions",
    label: "Actions",
    path: "/actions",
    icon: <Zap aria-hidden />,
    jump: "a",
    group: "portal",
    phone: true,
  },
  {
    key: "runs",
    label: "Runs",
    path: "/runs",
    icon: <ListVideo aria-hidden />,
    jump: "r",
    group: "portal",
    phone: true,
  },
  {
    key: "dashboards",
    label: "Dashboards",
    path: "/dashboards",
    icon: <ChartLine aria-hidden />,
    jump: "d",
    group: "portal",
  },
  { key: "sources", label: "Sources", path: "/sources", icon: <FolderGit2 aria-hidden />, group: "administration" },
  { key: "audit", label: "Audit log", path: "/audit", icon: <ScrollText aria-hidden />, group: "administration" },
  { key: "settings", label: "Settings", path: "/settings", icon: <Settings2 aria-hidden />, group: "administration" },
];

/** Which entry an address belongs to; home only when it is exactly home. */
export function isCurrent(item: NavItem, base: string, pathname: string): boolean {
  const address = `${base}${item.path}`;
  return item.path === "" ? pathname === address : pathname === address || pathname.startsWith(`${address}/`);
}

import type { ReactNode } from "react";
import type { NavKey } from "#components/shell/navigation/navigation-items.ts";
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
} from "#components/ui/icons.tsx";

/** The pictures of the entries. The server draws them into the page; only what is fetched later brings them along as code. */
export const navIcons: Record<NavKey, ReactNode> = {
  home: <House aria-hidden />,
  inbox: <Inbox aria-hidden />,
  catalog: <LayoutGrid aria-hidden />,
  scorecards: <ShieldCheck aria-hidden />,
  actions: <Zap aria-hidden />,
  runs: <ListVideo aria-hidden />,
  dashboards: <ChartLine aria-hidden />,
  sources: <FolderGit2 aria-hidden />,
  audit: <ScrollText aria-hidden />,
  settings: <Settings2 aria-hidden />,
};

"use client";

import { type ReactNode, use } from "react";
import { useUnread } from "#components/notifications/use-unread.ts";
import { leaveAfter } from "#components/patterns/leave-after.ts";
import { AppShell } from "#components/shell/app-shell.tsx";
import type { NavKey } from "#components/shell/navigation/navigation-items.ts";
import type { PalettePreview as PreviewPart } from "#components/shell/palette/palette-items.tsx";
import type { ShellView } from "#components/shell/shell-context.tsx";
import { LaterPart } from "#components/ui/later.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

const PalettePreview: PreviewPart = new LaterPart(
  async () => (await import("#components/catalog/palette-preview.tsx")).PalettePreview,
);

type Props = {
  org: { slug: string; name: string };
  orgs: { slug: string; name: string }[];
  person: { name: string; email: string; role: string };
  isAdmin: boolean;
  settingsPaths: string[];
  /** Comes while the page is being read. */
  unread: Promise<number>;
  views: Promise<ShellView[]>;
  icons: Record<NavKey, ReactNode>;
  logo: ReactNode;
  signOut: () => Promise<MutationResult>;
  children: ReactNode;
};

/** The shell with this product's search and sign-out put in. */
export function PortalShell({
  org,
  orgs,
  person,
  isAdmin,
  settingsPaths,
  unread,
  views,
  icons,
  logo,
  signOut,
  children,
}: Props) {
  const count = useUnread(org.slug, use(unread));
  return (
    <AppShell
      org={org}
      icons={icons}
      logo={logo}
      orgs={orgs}
      person={person}
      hidden={isAdmin ? [] : ["audit"]}
      settingsPaths={settingsPaths}
      views={use(views)}
      counts={{ inbox: count === 0 ? null : count > 99 ? "99+" : count }}
      search={async (text) => (await import("#components/catalog/search-palette.ts")).searchPalette(org.slug, text)}
      preview={PalettePreview}
      signOut={async () => {
        await leaveAfter(signOut(), "/signin");
      }}
    >
      {children}
    </AppShell>
  );
}

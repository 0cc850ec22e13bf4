"use client";

import type { ReactNode } from "react";
import { searchPalette } from "#components/catalog/search-palette.ts";
import { useUnread } from "#components/notifications/use-unread.ts";
import { AppShell } from "#components/shell/app-shell.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  org: { slug: string; name: string };
  orgs: { slug: string; name: string }[];
  person: { name: string; email: string; role: string };
  isAdmin: boolean;
  settingsPaths: string[];
  unread: number;
  signOut: () => Promise<MutationResult>;
  children: ReactNode;
};

/** The shell with this product's search and sign-out put in. */
export function PortalShell({ org, orgs, person, isAdmin, settingsPaths, unread, signOut, children }: Props) {
  const count = useUnread(org.slug, unread);
  return (
    <AppShell
      org={org}
      orgs={orgs}
      person={person}
      hidden={isAdmin ? [] : ["audit"]}
      settingsPaths={settingsPaths}
      counts={{ inbox: count === 0 ? null : count > 99 ? "99+" : count }}
      search={(text) => searchPalette(org.slug, text)}
      signOut={async () => {
        await signOut();
        window.location.assign("/signin");
      }}
    >
      {children}
    </AppShell>
  );
}

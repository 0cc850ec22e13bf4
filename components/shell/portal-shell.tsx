"use client";

import { signOut } from "next-auth/react";
import type { ReactNode } from "react";
import { searchPalette } from "#components/catalog/search-palette.ts";
import { AppShell } from "#components/shell/app-shell.tsx";

type Props = {
  org: { slug: string; name: string };
  orgs: { slug: string; name: string }[];
  person: { name: string; email: string; role: string };
  isAdmin: boolean;
  settingsPaths: string[];
  children: ReactNode;
};

/** The shell with this product's search and sign-out put in. */
export function PortalShell({ org, orgs, person, isAdmin, settingsPaths, children }: Props) {
  return (
    <AppShell
      org={org}
      orgs={orgs}
      person={person}
      hidden={isAdmin ? [] : ["audit"]}
      settingsPaths={settingsPaths}
      search={(text) => searchPalette(org.slug, text)}
      signOut={async () => {
        await signOut({ callbackUrl: "/signin" });
      }}
    >
      {children}
    </AppShell>
  );
}

"use client";
import type { ReactNode } from "react";
import { AppShell } from "#components/shell/app-shell.tsx";
import { Logo } from "#components/shell/logo.tsx";
import { navIcons } from "#components/shell/navigation/navigation-icons.tsx";
import type { PaletteGroup } from "#components/shell/palette/palette-items.tsx";

const base = "/dev/shelf/portal";
const entities = ["payments-api", "payouts", "payment-router", "payments-db"].map((title, index) => ({
  id: `entity:${title}`,
  title,
  detail: "Service, Payments",
  href: `${base}?entity=${title}`,
  ...(index < 3 ? { level: { rank: 2, name: "Silver" } } : {}),
}));

async function search(text: string): Promise<PaletteGroup[]> {
  const found = entities.filter((item) => item.title.includes(text));
  return [
    { title: "Catalog", total: found.length, items: found },
    {
      title: "Actions",
      items: [{ id: "action:scale", title: "Scale payments-api", detail: "Day 2", href: base, kind: "action" }],
    },
  ];
}

/** The shell around invented content, to be looked at beside the pictures. */
export function DemoShell({ children }: { children: ReactNode }) {
  return (
    <AppShell
      org={{ slug: base.slice(1), name: "Harbourline" }}
      orgs={[
        { slug: base.slice(1), name: "Harbourline" },
        { slug: "other", name: "Northwind" },
      ]}
      person={{ name: "Ines Okafor", email: "ines@harbourline.dev", role: "admin", team: "Payments" }}
      icons={navIcons}
      logo={<Logo />}
      counts={{ runs: "2 running" }}
      search={search}
      signOut={async () => {}}
    >
      {children}
    </AppShell>
  );
}

"use client";
import { Building2, Check, ChevronsUpDown } from "lucide-react";
import { useShell } from "#components/shell/shell-context.tsx";
import { Menu, type MenuEntry } from "#components/ui/menu.tsx";

/** The name of the product and of the organization; opens the others one belongs to. */
export function OrgSwitcher() {
  const { org, orgs, logo } = useShell();
  const items: MenuEntry[] = [
    { kind: "heading", label: "Organizations" },
    ...orgs.map(
      (other): MenuEntry => ({
        label: other.name,
        href: `/${other.slug}`,
        hint:
          other.slug === org.slug ? <Check aria-label="current" className="!size-3.5 text-accent-text" /> : undefined,
      }),
    ),
    { kind: "separator" },
    { label: "All organizations", href: "/organizations", icon: <Building2 aria-hidden /> },
  ];
  return (
    <Menu
      label="Organizations"
      items={items}
      trigger={
        <button
          type="button"
          className="flex h-8 w-full items-center gap-1.5 rounded-2 pr-1 pl-1.5 text-left font-600 tracking-tight hover:bg-hover"
        >
          {logo}
          <span>Causeway</span>
          <span className="cut font-450 text-text-2">{org.name}</span>
          <ChevronsUpDown aria-hidden className="ml-auto !size-3.5 text-text-3" />
          <span className="sr-only">Switch organization</span>
        </button>
      }
    />
  );
}

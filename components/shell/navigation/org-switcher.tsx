"use client";
import { useShell } from "#components/shell/shell-context.tsx";
import { Building2, Check, ChevronsUpDown } from "#components/ui/icons.tsx";
import { Menu, type MenuEntry } from "#components/ui/menu.tsx";
import * as words from "#components/words/shell/navigation/org-switcher.ts";

/** The name of the product and of the organization; opens the others one belongs to. */
export function OrgSwitcher() {
  const { org, orgs, logo } = useShell();
  const items: MenuEntry[] = [
    { kind: "heading", label: words.organizations },
    ...orgs.map(
      (other): MenuEntry => ({
        label: other.name,
        href: `/${other.slug}`,
        hint:
          other.slug === org.slug ? <Check label={words.current} className="!size-3.5 text-accent-text" /> : undefined,
      }),
    ),
    { kind: "separator" },
    { label: words.allOrganizations, href: "/organizations", icon: <Building2 aria-hidden /> },
  ];
  return (
    <Menu
      label={words.organizations}
      items={items}
      trigger={
        <button
          type="button"
          className="flex h-8 w-full items-center gap-1.5 rounded-2 pr-1 pl-1.5 text-left font-600 tracking-tight hover:bg-hover"
        >
          {logo}
          <span>{words.causeway}</span>
          <span className="cut font-450 text-text-2">{org.name}</span>
          <ChevronsUpDown aria-hidden className="ml-auto !size-3.5 text-text-3" />
          <span className="sr-only">{words.switchOrganization}</span>
        </button>
      }
    />
  );
}

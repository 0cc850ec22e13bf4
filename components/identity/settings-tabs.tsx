"use client";

import { usePathname } from "next/navigation";
import { LinkTabs } from "#components/ui/tabs.tsx";

/** The sections of settings that this person may open. */
export function SettingsTabs({ org, mayManageKeys }: { org: string; mayManageKeys: boolean }) {
  const path = usePathname();
  const sections = [
    { label: "Members", href: `/${org}/settings/members` },
    ...(mayManageKeys ? [{ label: "API keys", href: `/${org}/settings/keys` }] : []),
    { label: "Roles", href: `/${org}/settings/permissions` },
  ];
  return (
    <LinkTabs label="Settings" items={sections.map((section) => ({ ...section, current: path === section.href }))} />
  );
}

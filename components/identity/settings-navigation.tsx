"use client";
import { usePathname, useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { settingsGroups } from "#components/identity/settings-sections.tsx";
import { useSettingsSections } from "#components/identity/use-settings-sections.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/identity/settings-navigation.ts";

/** A page of settings with the list of all of them beside it; the index is that list itself and stands alone. */
export function SettingsFrame({ org, children }: { org: string; children: ReactNode }) {
  const path = usePathname();
  if (path === `/${org}/settings`) return children;
  return (
    <div className="grid grid-cols-[176px_minmax(0,1fr)] items-start gap-8 phone:grid-cols-[minmax(0,1fr)] phone:gap-5">
      <SettingsNavigation org={org} path={path} />
      <div className="grid min-w-0 content-start gap-6">{children}</div>
    </div>
  );
}

/** The pages in their groups: a list beside the page, one choice above it on a phone. */
function SettingsNavigation({ org, path }: { org: string; path: string }) {
  const sections = useSettingsSections();
  const router = useRouter();
  const index = `/${org}/settings`;
  const current = sections.find((section) => isWithin(path, `/${org}${section.path}`));
  return (
    <>
      <div className="hidden phone:block">
        <Select
          aria-label={words.pageOfSettings}
          className="h-10"
          value={current?.path ?? ""}
          onValueChange={(next) => router.push(next === "" ? index : `/${org}${next}`)}
          items={[
            { value: "", label: words.allSettings },
            ...sections.map((section) => ({ value: section.path, label: section.label, icon: section.icon })),
          ]}
        />
      </div>
      <nav aria-label={words.settings} className="sticky top-6 grid gap-4 phone:hidden">
        {settingsGroups.map((group) => {
          const items = sections.filter((section) => section.group === group);
          if (items.length === 0) return null;
          return (
            <div key={group} className="grid gap-px">
              <h2 className="px-2 pb-1 text-11 font-550 text-text-3">{group}</h2>
              {items.map((section) => (
                <Link
                  key={section.path}
                  href={`/${org}${section.path}`}
                  aria-current={section === current ? "page" : undefined}
                  className={classNames(
                    "motion-fast flex h-[30px] items-center gap-2 rounded-2 px-2 [&>.lucide]:size-3.5",
                    section === current
                      ? "bg-selected font-550 text-text [&>.lucide]:text-accent"
                      : "font-450 text-text-2 hover:bg-hover hover:text-text [&>.lucide]:text-text-3",
                  )}
                >
                  {section.icon}
                  <span className="cut">{section.label}</span>
                </Link>
              ))}
            </div>
          );
        })}
      </nav>
    </>
  );
}

function isWithin(path: string, address: string): boolean {
  return path === address || path.startsWith(`${address}/`);
}

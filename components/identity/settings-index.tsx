"use client";

import { settingsGroups } from "#components/identity/settings-sections.tsx";
import { useSettingsSections } from "#components/identity/use-settings-sections.ts";
import { Glyph } from "#components/ui/glyph.tsx";
import { List, ListItem } from "#components/ui/list.tsx";

/** All pages of settings, each with what is decided there. */
export function SettingsIndex({ org }: { org: string }) {
  const sections = useSettingsSections();
  return (
    <div className="grid grid-cols-2 items-start gap-x-4 gap-y-6 phone:grid-cols-1">
      {settingsGroups.map((group) => {
        const items = sections.filter((section) => section.group === group);
        if (items.length === 0) return null;
        return (
          <section key={group} className="grid min-w-0 gap-2">
            <h2 className="font-600">{group}</h2>
            <List label={group} framed>
              {items.map((section) => (
                <ListItem
                  key={section.path}
                  href={`/${org}${section.path}`}
                  leading={<Glyph icon={section.icon} />}
                  title={<b>{section.label}</b>}
                  description={<span className="block whitespace-normal">{section.sentence}</span>}
                />
              ))}
            </List>
          </section>
        );
      })}
    </div>
  );
}

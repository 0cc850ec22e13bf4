"use client";

import { type SettingsSection, settingsSections } from "#components/identity/settings-sections.tsx";
import { useShell } from "#components/shell/shell-context.tsx";

/** The pages of settings that this person may open. */
export function useSettingsSections(): SettingsSection[] {
  const { settingsPaths } = useShell();
  return settingsSections.filter((section) => settingsPaths?.includes(section.path));
}

import { SettingsIndex } from "#components/identity/settings-index.tsx";
import { settingsSectionsFor } from "#components/identity/settings-sections.tsx";
import { pageContext } from "#lib/web/page-context.ts";

export const metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  return <SettingsIndex org={ctx.org.slug} sections={settingsSectionsFor((permission) => ctx.can(permission))} />;
}

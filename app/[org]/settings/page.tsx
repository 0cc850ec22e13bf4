import { SettingsIndex } from "#components/identity/settings-index.tsx";
import * as words from "#components/words/pages/settings.ts";
import { pageContext } from "#lib/web/page-context.ts";

export const metadata = { title: words.settings };

export default async function SettingsPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  return <SettingsIndex org={ctx.org.slug} />;
}

import type { ReactNode } from "react";
import { SettingsFrame } from "#components/identity/settings-navigation.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import * as words from "#components/words/pages/settings/layout.ts";
import { pageContext } from "#lib/web/page-context.ts";

type Props = { children: ReactNode; params: Promise<{ org: string }> };

export default async function SettingsLayout({ children, params }: Props) {
  const ctx = await pageContext((await params).org);
  return (
    <>
      <TopBar items={[{ label: words.settings }]} />
      <Page>
        <PageHeader title={words.settings} sub={words.timesIn(ctx.org.name, ctx.org.timeZone)} />
        <SettingsFrame org={ctx.org.slug}>{children}</SettingsFrame>
      </Page>
    </>
  );
}

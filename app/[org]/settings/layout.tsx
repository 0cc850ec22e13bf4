import type { ReactNode } from "react";
import { SettingsTabs } from "#components/identity/settings-tabs.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { pageContext } from "#lib/web/page-context.ts";

type Props = { children: ReactNode; params: Promise<{ org: string }> };

export default async function SettingsLayout({ children, params }: Props) {
  const ctx = await pageContext((await params).org);
  return (
    <>
      <TopBar items={[{ label: "Settings" }]} />
      <Page>
        <PageHeader title="Settings" sub={`${ctx.org.name}, times in ${ctx.org.timeZone}.`} />
        <SettingsTabs org={ctx.org.slug} mayManageKeys={ctx.can("key:read")} />
        {children}
      </Page>
    </>
  );
}

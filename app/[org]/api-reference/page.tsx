import { ApiReference } from "#components/identity/api-reference.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/pages/api-reference.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { describeReference } from "#lib/web/rest/reference.ts";

export const metadata = { title: words.apiReference };

export default async function ApiReferencePage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const actions = (
    <>
      {ctx.can("key:read") ? <Button href={`/${ctx.org.slug}/settings/keys`}>{words.apiKeys}</Button> : null}
      <Button href="/api/v1/openapi.json">{words.openapi31}</Button>
    </>
  );
  return (
    <>
      <TopBar items={[{ label: words.apiReference }]} />
      <Page>
        <PageHeader title={words.everythingAProgramCanAsk} sub={words.everythingAProgramSub} actions={actions} />
        <ApiReference sections={describeReference()} origin={appOrigin()} />
      </Page>
    </>
  );
}

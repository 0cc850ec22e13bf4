import { ApiReference } from "#components/identity/api-reference.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { appOrigin } from "#lib/kernel/env.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { describeReference } from "#lib/web/rest/reference.ts";

export const metadata = { title: "API reference" };

export default async function ApiReferencePage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const actions = (
    <>
      {ctx.can("key:read") ? <Button href={`/${ctx.org.slug}/settings/keys`}>API keys</Button> : null}
      <Button href="/api/v1/openapi.json">OpenAPI 3.1</Button>
    </>
  );
  return (
    <>
      <TopBar items={[{ label: "API reference" }]} />
      <Page>
        <PageHeader
          title="Everything a program can ask"
          sub="Each entry is one operation: the portal's own pages use the same ones. Errors are problem documents (RFC 9457) that name the fields."
          actions={actions}
        />
        <ApiReference sections={describeReference()} origin={appOrigin()} />
      </Page>
    </>
  );
}

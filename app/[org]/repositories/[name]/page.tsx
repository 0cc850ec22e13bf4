import { RepositoryView } from "#components/actions/repositories/repository-view.tsx";
import { Page } from "#components/patterns/page.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import * as words from "#components/words/pages/repositories/name.ts";
import { getRepository } from "#lib/actions/repositories/get-repository.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";

type Props = { params: Promise<{ org: string; name: string }> };

export async function generateMetadata({ params }: Props) {
  return { title: (await params).name };
}

export default async function RepositoryPage({ params }: Props) {
  const { org: slug, name } = await params;
  const ctx = await pageContext(slug);
  const org = ctx.org.slug;
  const repository = await orNotFound(getRepository.call(ctx, { name }));
  return (
    <>
      <LiveRefresh topics={["run.updated"]} />
      <TopBar items={[{ label: words.repositories, href: `/${org}/repositories` }, { label: repository.name }]} />
      <Page>
        <RepositoryView org={org} repository={repository} />
      </Page>
    </>
  );
}

import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Code } from "#components/ui/code.tsx";
import { FolderGit2 } from "#components/ui/icons.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import * as words from "#components/words/pages/repositories.ts";
import { listRepositories } from "#lib/actions/repositories/list-repositories.ts";
import { pageContext } from "#lib/web/page-context.ts";

export const metadata = { title: words.repositories };

export default async function RepositoriesPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const org = ctx.org.slug;
  const { repositories } = await listRepositories.call(ctx, {});
  return (
    <>
      <LiveRefresh topics={["run.updated"]} />
      <TopBar items={[{ label: words.actions, href: `/${org}/actions` }, { label: words.repositories }]} />
      <Page>
        <PageHeader
          title={
            repositories.length === 1
              ? words.oneRepositoryWasMadeByRuns
              : words.repositoriesWereMadeByRuns(repositories.length)
          }
          sub={words.theyAreRealGitRepositories}
        />
        {repositories.length === 0 ? (
          <EmptyState
            icon={<FolderGit2 aria-hidden />}
            title={words.noRunHasMade}
            actions={<Button href={`/${org}/actions/create-service`}>{words.createAService}</Button>}
          >
            {words.noRunHasMadeText}
          </EmptyState>
        ) : (
          <List label={words.repositories} framed>
            {repositories.map((repository) => (
              <ListItem
                key={repository.id}
                leading={<FolderGit2 aria-hidden />}
                title={<b>{repository.name}</b>}
                description={
                  repository.entity === null ? words.notInTheCatalog : words.inTheCatalogAs(repository.entity.title)
                }
                href={`/${org}/repositories/${repository.name}`}
                meta={
                  <>
                    {repository.headCommit === null ? words.empty : <Code>{repository.headCommit.slice(0, 7)}</Code>}{" "}
                    <RelativeTime at={repository.createdAt} style="long" />
                  </>
                }
              />
            ))}
          </List>
        )}
      </Page>
    </>
  );
}

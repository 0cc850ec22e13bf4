import { FolderGit2 } from "lucide-react";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Code } from "#components/ui/code.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { listRepositories } from "#lib/actions/repositories/list-repositories.ts";
import { pageContext } from "#lib/web/page-context.ts";

export const metadata = { title: "Repositories" };

export default async function RepositoriesPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const org = ctx.org.slug;
  const { repositories } = await listRepositories.call(ctx, {});
  return (
    <>
      <LiveRefresh topics={["run.updated"]} />
      <TopBar items={[{ label: "Actions", href: `/${org}/actions` }, { label: "Repositories" }]} />
      <Page>
        <PageHeader
          title={
            repositories.length === 1
              ? "One repository was made by runs"
              : `${repositories.length} repositories were made by runs`
          }
          sub="They are real git repositories in Causeway's own data directory."
        />
        {repositories.length === 0 ? (
          <EmptyState
            icon={<FolderGit2 aria-hidden />}
            title="No run has made a repository yet"
            actions={<Button href={`/${org}/actions/create-service`}>Create a service</Button>}
          >
            "Create a service" makes one with its first commit.
          </EmptyState>
        ) : (
          <List label="Repositories" framed>
            {repositories.map((repository) => (
              <ListItem
                key={repository.id}
                leading={<FolderGit2 aria-hidden />}
                title={<b>{repository.name}</b>}
                description={
                  repository.entity === null ? "Not in the catalog" : `In the catalog as ${repository.entity.title}`
                }
                href={`/${org}/repositories/${repository.name}`}
                meta={
                  <>
                    {repository.headCommit === null ? "empty" : <Code>{repository.headCommit.slice(0, 7)}</Code>}{" "}
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

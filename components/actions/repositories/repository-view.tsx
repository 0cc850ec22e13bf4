import { entityHref } from "#components/catalog/entity-href.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Markdown } from "#components/patterns/markdown.tsx";
import { Columns } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Code } from "#components/ui/code.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { FileText, FolderGit2, GitCommitHorizontal } from "#components/ui/icons.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { Link } from "#components/ui/link.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/actions/repositories/repository-view.tsx";
import { sizeText } from "#components/words/units.ts";
import type { Repository } from "#lib/actions/repositories/schema.ts";

/** A repository that a run made: its files now, its commits, and how to clone it. */
export function RepositoryView({ org, repository }: { org: string; repository: Repository }) {
  const clone = `git clone ${quoteForShell(repository.location)} ${repository.name}`;
  const { entity, runNumber, headCommit } = repository;
  return (
    <>
      <PageHeader
        glyph={<Glyph size="xl" tone="accent" icon={<FolderGit2 />} />}
        title={repository.name}
        sub={
          <>
            {runNumber === null
              ? words.made
              : words.madeBy(
                  <Link href={`/${org}/runs/${runNumber}`} className="text-link underline">
                    {words.runNumber(runNumber)}
                  </Link>,
                )}{" "}
            <RelativeTime at={repository.createdAt} style="long" />
            {repository.files.length > 0
              ? words.filesOn(repository.files.length, repository.defaultBranch)
              : words.nothingPushedYet}
            .
          </>
        }
      />
      <Columns
        aside={316}
        side={
          <>
            <Panel title={words.about} padded>
              <KeyValue
                items={[
                  {
                    term: words.catalog,
                    value:
                      entity === null ? (
                        <span className="text-text-3">{words.notRegistered}</span>
                      ) : (
                        <Link href={entityHref(org, entity)} className="text-link underline">
                          {entity.title}
                        </Link>
                      ),
                  },
                  { term: words.branch, value: <Code>{repository.defaultBranch}</Code> },
                  {
                    term: words.commit,
                    value:
                      headCommit === null ? (
                        <span className="text-text-3">{words.none}</span>
                      ) : (
                        <Code>{headCommit.slice(0, 12)}</Code>
                      ),
                  },
                ]}
              />
            </Panel>
            <Panel title={words.commits} more={String(repository.commits.length)}>
              <List label={words.commits}>
                {repository.commits.map((commit) => (
                  <ListItem
                    key={commit.id}
                    leading={<GitCommitHorizontal aria-hidden />}
                    title={commit.subject}
                    description={
                      <>
                        {commit.authorName}, <RelativeTime at={commit.at} style="long" />
                      </>
                    }
                  />
                ))}
              </List>
            </Panel>
          </>
        }
      >
        <Panel title={words.cloneIt} more={<CopyButton text={clone} label={words.copyCommand} />} padded>
          <pre className="mono rounded-2 bg-sunken px-3 py-2 text-12 leading-[20px] [overflow-wrap:anywhere] whitespace-pre-wrap">
            {clone}
          </pre>
          <p className="mt-2 text-12 text-text-3">{words.theRepositoryIsBare(repository.defaultBranch)}</p>
        </Panel>
        <Panel title={words.files} more={String(repository.files.length)}>
          {repository.files.length === 0 ? (
            <EmptyState icon={<FileText aria-hidden />} title={words.nothingWasPushedYet}>
              {words.theFilesAppear}
            </EmptyState>
          ) : (
            <List label={words.files}>
              {repository.files.map((file) => (
                <ListItem
                  key={file.path}
                  tight
                  leading={<FileText aria-hidden />}
                  title={<span className="mono text-12">{file.path}</span>}
                  meta={<span className="numeric">{sizeText(file.sizeBytes)}</span>}
                />
              ))}
            </List>
          )}
        </Panel>
        {repository.readme === null ? null : (
          <Panel title={repository.readme.path} padded>
            <Markdown text={repository.readme.text} />
          </Panel>
        )}
      </Columns>
    </>
  );
}

function quoteForShell(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

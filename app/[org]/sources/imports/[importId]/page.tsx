import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { reportSentence, shortRevision } from "#components/ingestion/report-text.ts";
import { importAgainHref } from "#components/ingestion/source-location.ts";
import { linesPerPage, StoredReport } from "#components/ingestion/stored-report.tsx";
import { verdictOrder } from "#components/ingestion/verdict-pill.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { LayoutGrid, RotateCw } from "#components/ui/icons.tsx";
import { countText } from "#components/words/format.ts";
import * as words from "#components/words/pages/sources/imports/import.tsx";
import { getImport } from "#lib/ingestion/imports/get-import.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { pageContext } from "#lib/web/page-context.ts";

type Props = {
  params: Promise<{ org: string; importId: string }>;
  searchParams: Promise<{ verdict?: string | string[]; cursor?: string | string[] }>;
};

export const metadata: Metadata = { title: words.importReport };

export default async function ImportReportPage({ params, searchParams }: Props) {
  const { org: slug, importId } = await params;
  const ctx = await pageContext(slug);
  const { verdict: asked, cursor: from } = await searchParams;
  const verdict = verdictOrder.find((candidate) => candidate === asked);
  const cursor = typeof from === "string" && /^\d{1,9}$/.test(from) ? Number(from) : undefined;
  const report = await getImport
    .call(ctx, {
      importId,
      limit: linesPerPage,
      ...(verdict === undefined ? {} : { verdict }),
      ...(cursor === undefined ? {} : { cursor }),
    })
    .catch((error: unknown) => {
      // What is not an id is the id of nothing.
      if (error instanceof AppError && (error.code === "not_found" || error.code === "invalid")) notFound();
      throw error;
    });
  const org = ctx.org.slug;
  const isGit = report.sourceKind === "git";
  return (
    <>
      <TopBar
        items={[
          { label: words.sources, href: `/${org}/sources` },
          { label: report.sourceName, href: `/${org}/sources` },
          { label: words.importReport },
        ]}
      />
      <Page>
        <PageHeader
          title={reportSentence(report)}
          sub={words.fromReadImportedBy(
            <span className="mono text-12 [overflow-wrap:anywhere]">{report.sourceLocation}</span>,
            report.revision === null ? null : (
              <> {words.atShortRevision(<span className="mono text-12">{shortRevision(report.revision)}</span>)}</>
            ),
            countText(report.fileCount, words.file),
            report.actorName,
            <RelativeTime at={report.finishedAt} style="long" />,
          )}
          actions={
            <>
              {isGit && ctx.can("catalog:import") ? (
                <Button icon={<RotateCw aria-hidden />} href={importAgainHref(org, report.sourceLocation)}>
                  {words.importAgain}
                </Button>
              ) : null}
              <Button variant="primary" icon={<LayoutGrid aria-hidden />} href={`/${org}/catalog`}>
                {words.openTheCatalog}
              </Button>
            </>
          }
        />
        <StoredReport org={org} report={report} choice={verdict ?? "all"} />
      </Page>
    </>
  );
}

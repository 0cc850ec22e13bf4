import { RunsTable } from "#components/actions/runs/runs-table.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { SearchField } from "#components/patterns/search-field.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkTabs } from "#components/ui/tabs.tsx";
import { listRuns } from "#lib/actions/runs/list-runs.ts";
import { RunStatus } from "#lib/actions/runs/schema.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const metadata = { title: "Runs" };

export default async function RunsPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const org = ctx.org.slug;
  const search = await searchParams;
  const one = (name: string) => (typeof search[name] === "string" && search[name] !== "" ? search[name] : undefined);
  const status = RunStatus.safeParse(one("status")).data;
  const filter = { status, action: one("action"), text: one("text") };
  const page = Math.max(1, Math.trunc(Number(one("page") ?? 1)) || 1);
  const { runs, total, pageSize, counts } = await orNotFound(listRuns.call(ctx, { ...filter, page }));
  const hrefOf = (change: Record<string, string | number | undefined>) => {
    const given = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined);
    const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
    return `/${org}/runs${query.size > 0 ? `?${query}` : ""}`;
  };
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const busy = counts.queued + counts.running;
  return (
    <>
      <LiveRefresh topics={["run.updated"]} />
      <TopBar items={[{ label: "Runs" }]} />
      <Page flush>
        <PageHeader
          flush
          title={
            busy === 0 ? "Nothing is running" : busy === 1 ? "One run is on its way" : `${busy} runs are on their way`
          }
          sub={`${counts.succeeded} succeeded, ${counts.failed} failed, ${counts.cancelled} cancelled.`}
          actions={
            <>
              <SearchField label="Find a run" placeholder="Name or #number" resets={["page"]} />
              <Button href={`/${org}/actions`}>Actions</Button>
            </>
          }
        />
        <LinkTabs
          inset
          label="Runs by status"
          items={[
            { label: "All", href: hrefOf({ status: undefined }), count: all, current: status === undefined },
            ...RunStatus.options.map((option) => ({
              label: `${option.charAt(0).toUpperCase()}${option.slice(1)}`,
              href: hrefOf({ status: option }),
              count: counts[option],
              current: status === option,
            })),
          ]}
        />
        <RunsTable
          org={org}
          runs={runs}
          total={total}
          page={page}
          pageSize={pageSize}
          isFiltered={Object.values(filter).some((value) => value !== undefined)}
          hrefOf={(next) => hrefOf({ page: next })}
        />
      </Page>
    </>
  );
}

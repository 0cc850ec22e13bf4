import { DeliveryDashboard } from "#components/metrics/delivery-dashboard.tsx";
import { readDeliveryView, windowOf } from "#components/metrics/delivery-view.ts";
import { Page } from "#components/patterns/page.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { LiveDot } from "#components/ui/live-dot.tsx";
import * as words from "#components/words/pages/dashboards/delivery.tsx";
import { readTransaction } from "#lib/kernel/operation.ts";
import { listDeliveryRows } from "#lib/metrics/delivery/list-delivery-rows.ts";
import { measureDelivery } from "#lib/metrics/delivery/measure-delivery.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata = { title: words.delivery };

export default async function DeliveryPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const view = readDeliveryView(await searchParams);
  const { metric, week, verdict, page, isCompared } = view;
  const scope = {
    ...windowOf(view, ctx.org.timeZone, new Date()),
    ...(view.team === undefined ? {} : { team: view.team }),
  };
  const [report, rows] = await orNotFound(
    readTransaction(ctx, (tx) =>
      Promise.all([
        measureDelivery.call(ctx, { ...scope, compare: isCompared ? "previous" : "none" }, tx),
        week === undefined ? null : listDeliveryRows.call(ctx, { ...scope, metric, week, verdict, page }, tx),
      ]),
    ),
  );
  return (
    <>
      <LiveRefresh topics={["deployment.recorded", "incident.recorded"]} />
      <TopBar items={[{ label: words.dashboards, href: `/${ctx.org.slug}/dashboards` }, { label: words.delivery }]}>
        {report.lastEventAt === null ? null : (
          <LiveDot tone="ok">{words.lastDeployment(<RelativeTime at={report.lastEventAt} style="long" />)}</LiveDot>
        )}
      </TopBar>
      <Page>
        <DeliveryDashboard org={ctx.org.slug} view={view} report={report} rows={rows} />
      </Page>
    </>
  );
}

import { readDeliveryView, windowOf } from "#components/metrics/delivery-view.ts";
import { formatRows } from "#lib/metrics/delivery/format-rows.ts";
import { listDeliveryRows } from "#lib/metrics/delivery/list-delivery-rows.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";

type Props = { params: Promise<{ org: string }> };

/** The rows of a view of the dashboard, for a spreadsheet. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const ctx = await pageContext((await params).org);
  const view = readDeliveryView(Object.fromEntries(new URL(request.url).searchParams));
  const { metric, week, verdict, team } = view;
  const window = windowOf(view, ctx.org.timeZone, new Date());
  const optional = { ...(week === undefined ? {} : { week }), ...(team === undefined ? {} : { team }) };
  const { rows } = await orNotFound(
    listDeliveryRows.call(ctx, { ...window, ...optional, metric, verdict, pageSize: 5000 }),
  );
  return new Response(formatRows(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${metric}-${window.from}-${verdict}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}

import { readDeliveryView, windowOf } from "#components/metrics/delivery-view.ts";
import { formatHead, formatRows } from "#lib/metrics/delivery/format-rows.ts";
import { listDeliveryRows } from "#lib/metrics/delivery/list-delivery-rows.ts";
import { answerFile } from "#lib/web/answer-file.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";

type Props = { params: Promise<{ org: string }> };

/** All rows of a view of the dashboard, for a spreadsheet, however many they are. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const ctx = await pageContext((await params).org);
  const view = readDeliveryView(Object.fromEntries(new URL(request.url).searchParams));
  const { metric, week, verdict, team } = view;
  const window = windowOf(view, ctx.org.timeZone, new Date());
  const optional = { ...(week === undefined ? {} : { week }), ...(team === undefined ? {} : { team }) };
  const read = (page: number) =>
    listDeliveryRows.call(ctx, { ...window, ...optional, metric, verdict, page, pageSize: 5000 });
  // The first page is read before the answer begins: what is refused or not there is still a proper answer.
  const first = await orNotFound(read(1));
  async function* pages() {
    yield formatHead() + formatRows(first.rows);
    for (let page = 2; page <= first.pages; page++) yield formatRows((await read(page)).rows);
  }
  return answerFile(`${metric}-${window.from}-${verdict}.csv`, pages());
}

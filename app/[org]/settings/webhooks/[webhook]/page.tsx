import { notFound } from "next/navigation";
import { tableMenu } from "#components/patterns/data-table/build-table.ts";
import { ViewMenu } from "#components/patterns/data-table/view-menu.tsx";
import { FilterBar } from "#components/patterns/filter-bar/filter-bar.tsx";
import { type ListParameters, listHref } from "#components/patterns/list-href.ts";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { DeliveriesTable, deliveryColumns, deliveryFields } from "#components/webhooks/deliveries-table.tsx";
import { RawDelivery } from "#components/webhooks/raw-delivery.tsx";
import * as words from "#components/words/pages/settings/webhooks/webhook.tsx";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { getDelivery } from "#lib/webhooks/deliveries/get-delivery.ts";
import { listDeliveries } from "#lib/webhooks/deliveries/list-deliveries.ts";
import { listWebhooks } from "#lib/webhooks/endpoints/list-webhooks.ts";
import { DeliveryState } from "#lib/webhooks/endpoints/schema.ts";
import { tableViewOf } from "../../../table-view.ts";
import { replayDelivery } from "../mutations.ts";

export const metadata = { title: words.deliveries };

type Props = {
  params: Promise<{ org: string; webhook: string }>;
  searchParams: Promise<ListParameters>;
};

export default async function DeliveriesPage({ params, searchParams }: Props) {
  const { org, webhook } = await params;
  const search = await searchParams;
  const one = (name: string) => [search[name] ?? []].flat()[0];
  const [delivery, cursor] = [one("delivery"), one("cursor")];
  const state = DeliveryState.safeParse(one("state")).data;
  const ctx = await pageContext(org);
  if ([delivery, cursor].some((id) => id !== undefined && !/^[0-9a-f-]{36}$/.test(id))) notFound();
  const { items: hooks } = await orNotFound(listWebhooks.call(ctx, {}));
  const hook = hooks.find((candidate) => candidate.id === webhook) ?? notFound();
  const view = await tableViewOf("deliveries", search);
  const { items, nextCursor } = await orNotFound(
    listDeliveries.call(ctx, { webhookId: hook.id, state, cursor, limit: view.rows }),
  );
  const raw = delivery === undefined ? null : await orNotFound(getDelivery.call(ctx, { id: delivery }));
  const base = `/${org}/settings/webhooks/${hook.id}`;
  return (
    <Section title={words.deliveriesOf(hook.name)} count={hook.deliveries}>
      <LiveRefresh topics={["webhook.delivery-updated", "webhook.deployment-received", "webhook.incident-received"]} />
      <p className="mb-3 text-text-2 [overflow-wrap:anywhere]">
        {words.sentTo(
          <code className="mono">{hook.url}</code>,
          <TextLink href={`/${org}/settings/webhooks`}>{words.allWebhooks}</TextLink>,
        )}
      </p>
      {raw === null ? null : <RawDelivery delivery={raw} />}
      <div className="mb-3 flex items-start gap-2">
        <FilterBar className="flex-1" fields={deliveryFields} />
        <ViewMenu menu={tableMenu(deliveryColumns(base), view)} className="!h-9" />
      </div>
      <DeliveriesTable
        deliveries={items}
        base={base}
        currentId={delivery}
        view={view}
        paging={{
          previousHref: cursor === undefined ? undefined : listHref(base, search, { delivery: undefined }),
          previousLabel: words.newest,
          nextHref:
            nextCursor === null ? undefined : listHref(base, search, { cursor: nextCursor, delivery: undefined }),
          nextLabel: words.older,
        }}
        isFiltered={state !== undefined}
        replayOf={ctx.can("webhook:write") ? (id) => replayDelivery.bind(null, org, id) : null}
      />
    </Section>
  );
}

import { notFound } from "next/navigation";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { RawDelivery } from "#components/webhooks/raw-delivery.tsx";
import { ReplayDelivery } from "#components/webhooks/replay-delivery.tsx";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { getDelivery } from "#lib/webhooks/deliveries/get-delivery.ts";
import { listDeliveries } from "#lib/webhooks/deliveries/list-deliveries.ts";
import { listWebhooks } from "#lib/webhooks/endpoints/list-webhooks.ts";
import { replayDelivery } from "../mutations.ts";

export const metadata = { title: "Deliveries" };

type Props = {
  params: Promise<{ org: string; webhook: string }>;
  searchParams: Promise<{ delivery?: string; cursor?: string }>;
};

const tones = { waiting: "note", processed: "ok", failed: "bad" } as const;

export default async function DeliveriesPage({ params, searchParams }: Props) {
  const { org, webhook } = await params;
  const { delivery, cursor } = await searchParams;
  const ctx = await pageContext(org);
  if ([delivery, cursor].some((id) => id !== undefined && !/^[0-9a-f-]{36}$/.test(id))) notFound();
  const { items: hooks } = await orNotFound(listWebhooks.call(ctx, {}));
  const hook = hooks.find((candidate) => candidate.id === webhook) ?? notFound();
  const page = cursor === undefined ? {} : { cursor };
  const { items, nextCursor } = await orNotFound(listDeliveries.call(ctx, { webhookId: hook.id, ...page }));
  const raw = delivery === undefined ? null : await orNotFound(getDelivery.call(ctx, { id: delivery }));
  const base = `/${org}/settings/webhooks/${hook.id}`;
  return (
    <Section title={`Deliveries of ${hook.name}`} count={hook.deliveries}>
      <LiveRefresh topics={["webhook.delivery-updated", "webhook.deployment-received", "webhook.incident-received"]} />
      <p className="mb-3 text-text-2 [overflow-wrap:anywhere]">
        Sent to <code className="mono">{hook.url}</code>.{" "}
        <TextLink href={`/${org}/settings/webhooks`}>All webhooks</TextLink>
      </p>
      {raw === null ? null : <RawDelivery delivery={raw} />}
      <Panel>
        {items.length === 0 ? (
          <EmptyState size="panel" title="Nothing was delivered yet">
            What the sender signs with the secret of this webhook appears here, also when it cannot be used.
          </EmptyState>
        ) : (
          <Table label="Deliveries">
            <TableHead>
              <TableHeader>Message</TableHeader>
              <TableHeader>Received</TableHeader>
              <TableHeader>Type</TableHeader>
              <TableHeader>State</TableHeader>
              <TableHeader end>{""}</TableHeader>
            </TableHead>
            <TableBody>
              {items.map((item) => (
                <TableRow key={item.id} current={item.id === delivery}>
                  <TableCell strong>
                    <TextLink href={`${base}?delivery=${item.id}`}>
                      <span className="mono">{item.messageId}</span>
                    </TextLink>
                  </TableCell>
                  <TableCell>
                    <RelativeTime at={item.receivedAt} style="long" />
                  </TableCell>
                  <TableCell>{item.type ?? "unknown"}</TableCell>
                  <TableCell>
                    <Pill tone={tones[item.state]}>{item.state}</Pill> {item.problem?.message}
                  </TableCell>
                  <TableCell end>
                    {item.state !== "waiting" && ctx.can("webhook:write") ? (
                      <ReplayDelivery replay={replayDelivery.bind(null, org, item.id)} />
                    ) : null}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Panel>
      {nextCursor === null ? null : (
        <Button size="sm" href={`${base}?cursor=${nextCursor}`}>
          Older deliveries
        </Button>
      )}
    </Section>
  );
}

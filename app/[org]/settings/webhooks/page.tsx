import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { CreateWebhook } from "#components/webhooks/create-webhook.tsx";
import { WebhookActions } from "#components/webhooks/webhook-actions.tsx";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { listWebhooks } from "#lib/webhooks/endpoints/list-webhooks.ts";
import { createWebhook, deleteWebhook, rotateSecret } from "./mutations.ts";

export const metadata = { title: "Webhooks" };

export default async function WebhooksPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const { items } = await orNotFound(listWebhooks.call(ctx, {}));
  const org = ctx.org.slug;
  return (
    <Section
      title="Webhooks"
      count={items.length}
      more={ctx.can("webhook:write") ? <CreateWebhook create={createWebhook.bind(null, org)} /> : null}
    >
      <p className="mb-3 text-text-2">
        Other systems send <code className="mono">{'{"type": "deployment", "data": {…}}'}</code> or an{" "}
        <code className="mono">incident</code> here, signed as Standard Webhooks describes. What is in{" "}
        <code className="mono">data</code> is in the{" "}
        <TextLink href={`/${org}/api-reference`} underline>
          API reference
        </TextLink>
        .
      </p>
      <Panel>
        {items.length === 0 ? (
          <EmptyState size="panel" title="No webhook yet">
            Create one for a system that reports deployments or incidents and can sign what it sends.
          </EmptyState>
        ) : (
          <Table label="Webhooks">
            <TableHead>
              <TableHeader>Sender</TableHeader>
              <TableHeader>Last received</TableHeader>
              <TableHeader>Deliveries</TableHeader>
              <TableHeader>State</TableHeader>
              <TableHeader end>{""}</TableHeader>
            </TableHead>
            <TableBody>
              {items.map((hook) => (
                <TableRow key={hook.id}>
                  <TableCell strong>
                    <TextLink href={`/${org}/settings/webhooks/${hook.id}`}>{hook.name}</TextLink>
                  </TableCell>
                  <TableCell>
                    {hook.lastReceivedAt === null ? "never" : <RelativeTime at={hook.lastReceivedAt} style="long" />}
                  </TableCell>
                  <TableCell>
                    <span className="numeric">{hook.deliveries}</span>
                  </TableCell>
                  <TableCell>
                    {hook.failed > 0 ? (
                      <Pill tone="bad">{hook.failed} failed</Pill>
                    ) : (
                      <Pill tone="ok">all processed</Pill>
                    )}
                    {hook.previousUntil === null ? null : <Pill tone="note">two secrets</Pill>}
                  </TableCell>
                  <TableCell end>
                    {ctx.can("webhook:write") ? (
                      <WebhookActions
                        name={hook.name}
                        url={hook.url}
                        rotate={rotateSecret.bind(null, org, hook.id)}
                        remove={deleteWebhook.bind(null, org, hook.id)}
                      />
                    ) : null}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Panel>
    </Section>
  );
}

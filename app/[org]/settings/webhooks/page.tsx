import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { CreateWebhook } from "#components/webhooks/create-webhook.tsx";
import { WebhookActions } from "#components/webhooks/webhook-actions.tsx";
import * as words from "#components/words/pages/settings/webhooks.tsx";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { listWebhooks } from "#lib/webhooks/endpoints/list-webhooks.ts";
import { createWebhook, deleteWebhook, rotateSecret } from "./mutations.ts";

export const metadata = { title: words.webhooks };

export default async function WebhooksPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const { items } = await orNotFound(listWebhooks.call(ctx, {}));
  const org = ctx.org.slug;
  return (
    <Section
      title={words.webhooks}
      count={items.length}
      more={ctx.can("webhook:write") ? <CreateWebhook create={createWebhook.bind(null, org)} /> : null}
    >
      <p className="mb-3 text-text-2">
        {words.otherSystemsSend(
          <code className="mono">{'{"type": "deployment", "data": {…}}'}</code>,
          <code className="mono">{"incident"}</code>,
          <code className="mono">{"data"}</code>,
          <TextLink href={`/${org}/api-reference`} underline>
            {words.apiReference}
          </TextLink>,
        )}
      </p>
      <Panel>
        {items.length === 0 ? (
          <EmptyState size="panel" title={words.noWebhookYet}>
            {words.noWebhookYetText}
          </EmptyState>
        ) : (
          <Table label={words.webhooks}>
            <TableHead>
              <TableHeader>{words.sender}</TableHeader>
              <TableHeader>{words.lastReceived}</TableHeader>
              <TableHeader>{words.deliveries}</TableHeader>
              <TableHeader>{words.state}</TableHeader>
              <TableHeader end>{""}</TableHeader>
            </TableHead>
            <TableBody>
              {items.map((hook) => (
                <TableRow key={hook.id}>
                  <TableCell strong>
                    <TextLink href={`/${org}/settings/webhooks/${hook.id}`}>{hook.name}</TextLink>
                  </TableCell>
                  <TableCell>
                    {hook.lastReceivedAt === null ? (
                      words.never
                    ) : (
                      <RelativeTime at={hook.lastReceivedAt} style="long" />
                    )}
                  </TableCell>
                  <TableCell>
                    <span className="numeric">{hook.deliveries}</span>
                  </TableCell>
                  <TableCell>
                    {hook.failed > 0 ? (
                      <Pill tone="bad">{words.failed(hook.failed)}</Pill>
                    ) : (
                      <Pill tone="ok">{words.allProcessed}</Pill>
                    )}
                    {hook.previousUntil === null ? null : <Pill tone="note">{words.twoSecrets}</Pill>}
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

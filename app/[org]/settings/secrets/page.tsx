import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { SecretActions } from "#components/secrets/secret-actions.tsx";
import { SecretDialog } from "#components/secrets/secret-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Lock } from "#components/ui/icons.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import * as words from "#components/words/pages/settings/secrets.ts";
import { listSecrets } from "#lib/secrets/stored/list-secrets.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { createSecret, deleteSecret, replaceSecret } from "./mutations.ts";

export const metadata = { title: words.secrets };

const purposes = {
  "http-header": words.headerOfRequests,
  git: words.passwordOfAGitServer,
  "webhook-signing": words.signatureOfAWebhook,
};

export default async function SecretsPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const { items } = await orNotFound(listSecrets.call(ctx, {}));
  const org = ctx.org.slug;
  return (
    <Section
      title={words.secrets}
      count={items.length}
      more={
        ctx.can("secret:write") ? (
          <SecretDialog
            save={createSecret.bind(null, org)}
            trigger={
              <Button size="sm" icon={<Lock />} aria-keyshortcuts="c">
                {words.storeASecret}
              </Button>
            }
          />
        ) : null
      }
    >
      <p className="mb-3 text-text-2">{words.valuesAreEncryptedAndUsed}</p>
      <Panel>
        {items.length === 0 ? (
          <EmptyState size="panel" title={words.noSecretYet}>
            {words.noSecretYetText}
          </EmptyState>
        ) : (
          <Table label={words.secrets}>
            <TableHead>
              <TableHeader>{words.name}</TableHeader>
              <TableHeader>{words.usedAs}</TableHeader>
              <TableHeader>{words.sentOnlyTo}</TableHeader>
              <TableHeader>{words.lastUsed}</TableHeader>
              <TableHeader>{words.valueFrom}</TableHeader>
              <TableHeader end>{""}</TableHeader>
            </TableHead>
            <TableBody>
              {items.map((secret) => (
                <TableRow key={secret.id}>
                  <TableCell strong wrap>
                    {secret.name}
                  </TableCell>
                  <TableCell wrap>{purposes[secret.purpose]}</TableCell>
                  <TableCell>
                    {secret.origin === null ? words.nobody : <span className="mono">{secret.origin}</span>}
                  </TableCell>
                  <TableCell>
                    {secret.lastUsedAt === null ? words.never : <RelativeTime at={secret.lastUsedAt} style="long" />}
                  </TableCell>
                  <TableCell>
                    <RelativeTime at={secret.replacedAt ?? secret.createdAt} style="long" />
                  </TableCell>
                  <TableCell end>
                    {secret.origin !== null && ctx.can("secret:write") ? (
                      <SecretActions
                        name={secret.name}
                        origin={secret.origin}
                        replace={replaceSecret.bind(null, org, secret.id)}
                        remove={deleteSecret.bind(null, org, secret.id)}
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

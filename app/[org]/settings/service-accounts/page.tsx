import { CreateServiceAccount } from "#components/identity/create-service-account.tsx";
import { ServiceAccountRow } from "#components/identity/service-account-row.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { List } from "#components/ui/list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/pages/settings/service-accounts.tsx";
import { listServiceAccounts } from "#lib/identity/service-accounts/list-service-accounts.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { createServiceAccount, disableServiceAccount } from "./mutations.ts";

export const metadata = { title: words.serviceAccounts };

export default async function ServiceAccountsPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const { items } = await orNotFound(listServiceAccounts.call(ctx, {}));
  const org = ctx.org.slug;
  return (
    <>
      <LiveRefresh topics={["service-account.created", "service-account.changed"]} />
      <Section
        title={words.serviceAccounts}
        count={items.length}
        more={<CreateServiceAccount create={createServiceAccount.bind(null, org)} />}
      >
        <p className="mb-3 text-text-2">
          {words.actorsThatAreNoPerson(
            <TextLink href={`/${org}/settings/keys`} underline>
              {words.apiKeys}
            </TextLink>,
          )}
        </p>
        {items.length === 0 ? (
          <Panel>
            <EmptyState size="panel" title={words.noServiceAccountYet}>
              {words.noServiceAccountYetText}
            </EmptyState>
          </Panel>
        ) : (
          <List label={words.serviceAccounts} framed>
            {items.map((account) => (
              <ServiceAccountRow
                key={account.id}
                account={account}
                setDisabled={disableServiceAccount.bind(null, org, account.id)}
              />
            ))}
          </List>
        )}
      </Section>
    </>
  );
}

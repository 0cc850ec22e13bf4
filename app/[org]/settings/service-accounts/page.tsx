import { CreateServiceAccount } from "#components/identity/create-service-account.tsx";
import {
  ServiceAccountsTable,
  serviceAccountColumns,
} from "#components/identity/service-accounts/service-accounts-table.tsx";
import { tableMenu } from "#components/patterns/data-table/build-table.ts";
import { ViewMenu } from "#components/patterns/data-table/view-menu.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { FilterBar } from "#components/patterns/filter-bar/filter-bar.tsx";
import type { ListParameters } from "#components/patterns/list-href.ts";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/pages/settings/service-accounts.tsx";
import { listServiceAccounts } from "#lib/identity/service-accounts/list-service-accounts.ts";
import { serviceAccountSorts } from "#lib/identity/service-accounts/schema.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { tableLinks, tableSortOf, tableViewOf, textOf } from "../../table-view.ts";
import { createServiceAccount, disableServiceAccount } from "./mutations.ts";

export const metadata = { title: words.serviceAccounts };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<ListParameters> };

export default async function ServiceAccountsPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const search = await searchParams;
  const view = await tableViewOf("service-accounts", search);
  const order = tableSortOf(serviceAccountSorts, search);
  const text = textOf(search, "text");
  const page = await orNotFound(
    listServiceAccounts.call(ctx, { text, ...order, limit: view.rows, cursor: textOf(search, "cursor") }),
  );
  const org = ctx.org.slug;
  return (
    <>
      <LiveRefresh topics={["service-account.created", "service-account.changed"]} />
      <Section
        title={words.serviceAccounts}
        count={numberText(page.total)}
        more={<CreateServiceAccount create={createServiceAccount.bind(null, org)} />}
      >
        <p className="mb-3 text-text-2">
          {words.actorsThatAreNoPerson(
            <TextLink href={`/${org}/settings/keys`} underline>
              {words.apiKeys}
            </TextLink>,
          )}
        </p>
        {page.total === 0 && text === undefined ? (
          <Panel>
            <EmptyState size="panel" title={words.noServiceAccountYet}>
              {words.noServiceAccountYetText}
            </EmptyState>
          </Panel>
        ) : (
          <>
            <div className="mb-3 flex items-start gap-2">
              <FilterBar
                className="flex-1"
                fields={[]}
                label={words.searchServiceAccounts}
                placeholder={words.partOfAName}
              />
              <ViewMenu menu={tableMenu(serviceAccountColumns, view)} className="!h-9" />
            </div>
            <ServiceAccountsTable
              accounts={page.items}
              view={view}
              {...tableLinks(`/${org}/settings/service-accounts`, search, order, page)}
              setDisabled={disableServiceAccount.bind(null, org)}
            />
          </>
        )}
      </Section>
    </>
  );
}

import { CreateKey } from "#components/identity/create-key.tsx";
import { KeysTable, keyColumns } from "#components/identity/keys-table.tsx";
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
import * as words from "#components/words/pages/settings/keys.tsx";
import { grantableScopes } from "#lib/identity/keys/insert-key.ts";
import { listKeys } from "#lib/identity/keys/list-keys.ts";
import { keySorts } from "#lib/identity/keys/schema.ts";
import { listServiceAccounts } from "#lib/identity/service-accounts/list-service-accounts.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { permissionInWords, permissionsByNoun, scopeInWords } from "#lib/kernel/permission-words.ts";
import { lowestRoleWith } from "#lib/kernel/permissions.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { tableLinks, tableSortOf, tableViewOf, textOf } from "../../table-view.ts";
import { createKey, revokeKey, rotateKey } from "./mutations.ts";

export const metadata = { title: words.apiKeys };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<ListParameters> };

export default async function KeysPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const search = await searchParams;
  const view = await tableViewOf("keys", search);
  const order = tableSortOf(keySorts, search);
  const text = textOf(search, "text");
  const [keys, accounts] = await orNotFound(
    readTransaction(ctx, (tx) =>
      Promise.all([
        listKeys.call(ctx, { text, ...order, limit: view.rows, cursor: textOf(search, "cursor") }, tx),
        listServiceAccounts.call(ctx, {}, tx),
      ]),
    ),
  );
  const org = ctx.org.slug;
  const isEmpty = keys.total === 0 && text === undefined;
  const groups = permissionsByNoun(
    grantableScopes(ctx).map((permission) => ({
      permission,
      words: permissionInWords(permission),
      role: lowestRoleWith([permission]),
    })),
  );
  const scopeWords = Object.fromEntries(
    keys.items.flatMap((key) => key.scopes ?? []).map((scope) => [scope, scopeInWords(scope)]),
  );
  const owners = accounts.items.filter((account) => account.disabledAt === null);
  return (
    <>
      <LiveRefresh topics={["key.created", "key.rotated", "key.revoked", "service-account.changed"]} />
      <Section
        title={words.apiKeys}
        count={numberText(keys.total)}
        more={
          <CreateKey
            groups={groups}
            accounts={owners.map(({ id, name, role }) => ({ id, name, role }))}
            startsOpen={search["create"] !== undefined}
            create={createKey.bind(null, org)}
          />
        }
      >
        <p className="mb-3 text-text-2">
          {words.aProgramSendsItsKey(
            <code className="mono">{"Authorization: Bearer …"}</code>,
            <TextLink href={`/${org}/api-reference`} underline>
              {words.apiReference}
            </TextLink>,
            <TextLink href={`/${org}/settings/service-accounts`} underline>
              {words.serviceAccount}
            </TextLink>,
          )}
        </p>
        {isEmpty ? (
          <Panel>
            <EmptyState size="panel" title={words.noKeyYet}>
              {words.noKeyYetText}
            </EmptyState>
          </Panel>
        ) : (
          <>
            <div className="mb-3 flex items-start gap-2">
              <FilterBar className="flex-1" fields={[]} label={words.searchKeys} placeholder={words.partOfAName} />
              <ViewMenu
                menu={tableMenu(
                  keyColumns(scopeWords, () => true),
                  view,
                )}
                className="!h-9"
              />
            </div>
            <KeysTable
              keys={keys.items}
              view={view}
              scopeWords={scopeWords}
              {...tableLinks(`/${org}/settings/keys`, search, order, keys)}
              now={new Date().toISOString()}
              revoke={revokeKey.bind(null, org)}
              rotate={rotateKey.bind(null, org)}
            />
          </>
        )}
      </Section>
    </>
  );
}

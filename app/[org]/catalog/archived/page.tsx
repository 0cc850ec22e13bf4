import { ArchivedBulkActions } from "#components/catalog/archived/archived-bulk-actions.tsx";
import { ArchivedTable } from "#components/catalog/archived/archived-table.tsx";
import { FilterBar } from "#components/patterns/filter-bar/filter-bar.tsx";
import type { FilterField } from "#components/patterns/filter-bar/filter-shape.ts";
import { type ListParameters, listHref } from "#components/patterns/list-href.ts";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import * as words from "#components/words/pages/archived.ts";
import { listArchivedEntities } from "#lib/catalog/archive/list-archived-entities.ts";
import { listKinds } from "#lib/catalog/blueprints/list-kinds.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { tableViewOf, textOf } from "../../table-view.ts";
import { archiveEntity, restoreEntity } from "../mutations.ts";

export const metadata = { title: words.title };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<ListParameters> };

export default async function ArchivedPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const search = await searchParams;
  const view = await tableViewOf("archived", search);
  const filter = { text: textOf(search, "text")?.slice(0, 300), blueprint: textOf(search, "blueprint")?.slice(0, 63) };
  const { kinds, ...page } = await readTransaction(ctx, async (tx) => ({
    ...(await listArchivedEntities.call(ctx, { ...filter, limit: view.rows, cursor: textOf(search, "cursor") }, tx)),
    kinds: (await listKinds.call(ctx, {}, tx)).items,
  }));
  const org = ctx.org.slug;
  const to = (cursor: string | null) =>
    cursor === null ? undefined : listHref(`/${org}/catalog/archived`, search, { cursor });
  const mayEdit = ctx.can("entity:write");
  const fields: FilterField[] = [
    {
      id: "blueprint",
      label: words.kind,
      kind: "choice",
      options: kinds.map(({ identifier, pluralTitle }) => ({ value: identifier, label: pluralTitle })),
      operators: [{ label: words.is, param: "blueprint" }],
    },
  ];
  return (
    <>
      <TopBar items={[{ label: words.catalog, href: `/${org}/catalog` }, { label: words.archived }]} />
      <LiveRefresh topics={["entity.changed", "entity.deleted"]} />
      <Page>
        <PageHeader title={words.title} sub={words.sub} />
        <div className="grid gap-3">
          <FilterBar fields={fields} label={words.search} placeholder={words.partOfAName} />
          <ArchivedTable
            org={org}
            items={page.items}
            kinds={new Map(kinds.map(({ identifier, title }) => [identifier, title]))}
            isNarrowed={filter.text !== undefined || filter.blueprint !== undefined}
            deeds={mayEdit ? { archive: archiveEntity.bind(null, org), restore: restoreEntity.bind(null, org) } : null}
            bulk={mayEdit ? <ArchivedBulkActions org={org} filter={filter} total={page.total} /> : undefined}
            paging={{
              previousHref: to(page.previousCursor),
              nextHref: to(page.nextCursor),
              before: page.before,
              total: page.total,
            }}
          />
        </div>
      </Page>
    </>
  );
}

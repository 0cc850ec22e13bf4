import { AuditFilters } from "#components/audit/audit-filters.tsx";
import { AuditTable } from "#components/audit/audit-table.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { listEntries } from "#lib/audit/entries/list-entries.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";

type Search = { operation?: string; actor?: string; door?: string; cursor?: string };
type Props = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const metadata = { title: "Audit log" };

export default async function AuditPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const { operation, actor, door, cursor } = await searchParams;
  const given = Object.fromEntries(
    Object.entries({ operation, actor, door, cursor }).filter(([, value]) => typeof value === "string" && value !== ""),
  );
  const { items, nextCursor, operations } = await orNotFound(listEntries.call(ctx, given));
  const next = new URLSearchParams({ ...given, ...(nextCursor === null ? {} : { cursor: nextCursor }) });
  return (
    <>
      <TopBar items={[{ label: "Audit log" }]} />
      <Page>
        <PageHeader
          title="Who did what, through which door"
          sub="Every change is here: a change without an entry is not saved. Entries cannot be changed or deleted."
        />
        <AuditFilters operations={operations} />
        <AuditTable entries={items} timeZone={ctx.org.timeZone} />
        {nextCursor === null ? null : (
          <div>
            <Button href={`/${ctx.org.slug}/audit?${next}`}>Older entries</Button>
          </div>
        )}
      </Page>
    </>
  );
}

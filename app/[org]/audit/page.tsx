import { ShieldCheck } from "lucide-react";
import { AuditExport } from "#components/audit/audit-export.tsx";
import { AuditFilters } from "#components/audit/audit-filters.tsx";
import { AuditTable } from "#components/audit/audit-table.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { listEntries } from "#lib/audit/entries/list-entries.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";

const names = ["actor", "operation", "door", "subject", "text", "from", "to"] as const;
type Search = Partial<Record<(typeof names)[number] | "cursor" | "entry", string | string[]>>;
type Props = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const metadata = { title: "Audit log" };

export default async function AuditPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const search = await searchParams;
  const filter = Object.fromEntries(names.flatMap((name) => textOf(name, search[name])));
  const paging = Object.fromEntries(textOf("cursor", search.cursor));
  const openId = typeof search.entry === "string" ? search.entry : undefined;
  const { items, nextCursor, operations, seal } = await orNotFound(listEntries.call(ctx, { ...filter, ...paging }));
  const address = (more: Record<string, string>) =>
    `/${ctx.org.slug}/audit?${new URLSearchParams({ ...filter, ...more })}`;
  const hrefOf = Object.fromEntries(
    items.map(({ id }) => [id, address(id === openId ? paging : { ...paging, entry: id })]),
  );
  return (
    <>
      <TopBar items={[{ label: "Audit log" }]}>
        <span className="flex items-center gap-1.5 text-12 whitespace-nowrap text-text-2">
          <ShieldCheck aria-hidden className="size-3.5" />
          {seal.sealedAt === null ? (
            "Not sealed yet"
          ) : (
            <span>
              Sealed to <b className="numeric font-550 text-text">{seal.seq.toLocaleString("en-GB")}</b>,{" "}
              {seal.waiting > 0 ? `${seal.waiting} waiting` : <RelativeTime at={seal.sealedAt} style="long" />}
            </span>
          )}
        </span>
      </TopBar>
      <Page>
        <PageHeader
          title="Audit log"
          sub="Who did what, through which door. Entries cannot be changed or deleted, and each is chained to the one before."
          actions={<AuditExport org={ctx.org.slug} filter={filter} />}
        />
        <AuditFilters operations={operations} />
        <AuditTable entries={items} timeZone={ctx.org.timeZone} openId={openId} hrefOf={hrefOf} />
        {nextCursor === null ? null : (
          <div>
            <Button href={address({ cursor: nextCursor })}>Older entries</Button>
          </div>
        )}
      </Page>
    </>
  );
}

function textOf(name: string, value: string | string[] | undefined): [string, string][] {
  return typeof value === "string" && value !== "" ? [[name, value]] : [];
}

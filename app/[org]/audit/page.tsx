import { auditColumns } from "#components/audit/audit-columns.ts";
import { AuditExport } from "#components/audit/audit-export.tsx";
import { auditFields } from "#components/audit/audit-fields.ts";
import { AuditTable } from "#components/audit/audit-table.tsx";
import { changeSummary } from "#components/audit/change-lines.ts";
import { OpenedEntry } from "#components/audit/opened-entry.tsx";
import { tableMenu } from "#components/patterns/data-table/build-table.ts";
import { ViewMenu } from "#components/patterns/data-table/view-menu.tsx";
import { FilterBar } from "#components/patterns/filter-bar/filter-bar.tsx";
import { listHref } from "#components/patterns/list-href.ts";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { ShieldCheck } from "#components/ui/icons.tsx";
import { isSameDay, numberText } from "#components/words/format.ts";
import * as words from "#components/words/pages/audit.tsx";
import { listEntries } from "#lib/audit/entries/list-entries.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { tableViewOf } from "../table-view.ts";

const names = ["actor", "operation", "door", "subject", "text", "from", "to"] as const;
type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const metadata = { title: words.auditLog };

export default async function AuditPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const search = await searchParams;
  const filter = Object.fromEntries(names.flatMap((name) => textOf(name, search[name])));
  const paging = Object.fromEntries(textOf("cursor", search["cursor"]));
  const openId = typeof search["entry"] === "string" ? search["entry"] : undefined;
  const view = await tableViewOf("audit", search);
  const { items, nextCursor, operations, seal } = await orNotFound(
    listEntries.call(ctx, { ...filter, ...paging, limit: view.rows }),
  );
  const path = `/${ctx.org.slug}/audit`;
  const now = new Date();
  const open = items.find((entry) => entry.id === openId);
  return (
    <>
      <TopBar items={[{ label: words.auditLog }]}>
        <span className="flex items-center gap-1.5 text-12 whitespace-nowrap text-text-2">
          <ShieldCheck aria-hidden className="size-3.5" />
          {seal.sealedAt === null ? (
            words.notSealedYet
          ) : (
            <span>
              {words.sealedTo(<b className="numeric font-550 text-text">{numberText(seal.seq)}</b>)}{" "}
              {seal.waiting > 0 ? words.waiting(seal.waiting) : <RelativeTime at={seal.sealedAt} style="long" />}
            </span>
          )}
        </span>
      </TopBar>
      <Page>
        <PageHeader
          title={words.auditLog}
          sub={words.auditLogSub}
          actions={<AuditExport org={ctx.org.slug} filter={filter} />}
        />
        <div className="grid gap-3">
          <div className="flex items-start gap-2">
            <FilterBar
              className="flex-1"
              fields={auditFields(operations)}
              label={words.searchInEverything}
              placeholder={words.searchInEverythingPlaceholder}
              resets={["cursor", "entry"]}
            />
            <ViewMenu menu={tableMenu([...auditColumns], view)} className="!h-9" />
          </div>
          <AuditTable
            entries={items.map(
              ({ id, at, actorName, actorKind, operation, subjectName, door, requestId, seq, ...rest }) => ({
                id,
                at,
                actorName,
                actorKind,
                operation,
                subjectName,
                door,
                requestId,
                seq,
                isOfToday: isSameDay(new Date(at), now, ctx.org.timeZone),
                summary: changeSummary(rest.before, rest.after),
                href: listHref(path, search, { cursor: paging["cursor"], entry: id === openId ? undefined : id }),
              }),
            )}
            timeZone={ctx.org.timeZone}
            openId={openId}
            opened={open === undefined ? null : <OpenedEntry entry={open} />}
            view={view}
            paging={{
              previousHref: paging["cursor"] === undefined ? undefined : listHref(path, search, { entry: undefined }),
              previousLabel: words.newest,
              nextHref:
                nextCursor === null ? undefined : listHref(path, search, { cursor: nextCursor, entry: undefined }),
              nextLabel: words.older,
            }}
          />
        </div>
      </Page>
    </>
  );
}

function textOf(name: string, value: string | string[] | undefined): [string, string][] {
  return typeof value === "string" && value !== "" ? [[name, value]] : [];
}

import type { Metadata } from "next";
import { InboxList } from "#components/notifications/inbox-list.tsx";
import { MarkAllRead } from "#components/notifications/mark-all-read.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Settings2 } from "#components/ui/icons.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { LinkTabs } from "#components/ui/tabs.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/pages/inbox.tsx";
import { countWord } from "#components/words/units.ts";
import { listNotifications } from "#lib/notifications/notifications/list-notifications.ts";
import { shows } from "#lib/notifications/notifications/schema.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { archive, markAllRead, markRead, markUnread } from "./mutations.ts";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ show?: string; after?: string }> };

export const metadata: Metadata = { title: words.inbox };

const empty = {
  inbox: [words.nothingInYourInbox, words.runsOfYoursAndWhat],
  unread: [words.youHaveReadEverything, words.whatIsNewAppearsHere],
  archived: [words.nothingArchivedYet, words.whatYouPutAway],
} as const;

export default async function InboxPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const query = await searchParams;
  const org = ctx.org.slug;
  const show = shows.find((known) => known === query.show) ?? "inbox";
  const cursor = /^[0-9a-f-]{36}$/.test(query.after ?? "") ? query.after : undefined;
  const { items, nextCursor, unread } = await listNotifications.call(ctx, {
    show,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const tab = (value: (typeof shows)[number], label: string) => ({
    label,
    href: value === "inbox" ? `/${org}/inbox` : `/${org}/inbox?show=${value}`,
    current: value === show,
    ...(value === "unread" ? { count: unread } : {}),
  });
  return (
    <>
      <TopBar items={[{ label: words.inbox }]} />
      <LiveRefresh topics={["notification.changed"]} />
      <Page className="max-w-[960px]">
        <PageHeader
          title={unread === 0 ? words.youHaveReadEverything : words.unread(countWord(unread))}
          sub={words.whatConcernsYouYourRuns}
          actions={
            <>
              <Button variant="ghost" icon={<Settings2 aria-hidden />} href={`/${org}/settings/notifications`}>
                {words.whatYouHearOf}
              </Button>
              {unread > 0 ? (
                <MarkAllRead markAllRead={markAllRead.bind(null, org)} markUnread={markUnread.bind(null, org)} />
              ) : null}
            </>
          }
        />
        <LinkTabs
          label={words.inbox}
          items={[tab("inbox", words.all), tab("unread", words.unreadTab), tab("archived", words.archived)]}
        />
        {items.length === 0 ? (
          <Panel>
            <EmptyState title={empty[show][0]}>{empty[show][1]}</EmptyState>
          </Panel>
        ) : (
          <InboxList
            org={org}
            items={items}
            mutations={{ markRead: markRead.bind(null, org), archive: archive.bind(null, org) }}
          />
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-12 text-text-3">
          <span className="phone:hidden">
            {words.moveOpenArchiveUnreadUndo(
              <Kbd>{"j"}</Kbd>,
              <Kbd>{"k"}</Kbd>,
              <Kbd>{"↵"}</Kbd>,
              <Kbd>{"e"}</Kbd>,
              <Kbd>{"u"}</Kbd>,
              <Kbd>{"z"}</Kbd>,
            )}
          </span>
          {nextCursor === null ? null : (
            <TextLink href={`/${org}/inbox?show=${show}&after=${nextCursor}`}>{words.older}</TextLink>
          )}
        </div>
      </Page>
    </>
  );
}

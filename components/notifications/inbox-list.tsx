"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useState, useTransition } from "react";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import {
  Archive,
  ArchiveRestore,
  BadgeCheck,
  Bell,
  ChevronsDown,
  CircleX,
  FolderInput,
  KeyRound,
  Mail,
  MailOpen,
  UserRound,
  UserX,
  Zap,
} from "#components/ui/icons.tsx";
import { isTyping } from "#components/ui/is-typing.ts";
import { isKey, keys } from "#components/ui/keys.ts";
import { List, ListItem } from "#components/ui/list.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/notifications/inbox-list.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { Kind, Notification } from "#lib/notifications/notifications/schema.ts";

export type InboxMutations = {
  markRead(ids: string[], isRead: boolean): Promise<MutationResult>;
  archive(ids: string[], isArchived: boolean): Promise<MutationResult>;
};

const icons: Record<Kind, ReactNode> = {
  "run.failed": <CircleX aria-hidden />,
  "run.ended": <Zap aria-hidden />,
  "score.dropped": <ChevronsDown aria-hidden />,
  "owner.changed": <UserX aria-hidden />,
  "verification.due": <BadgeCheck aria-hidden />,
  "import.refused": <FolderInput aria-hidden />,
  "key.expiring": <KeyRound aria-hidden />,
  "member.changed": <UserRound aria-hidden />,
};

type Props = { org: string; items: Notification[]; mutations: InboxMutations };

/** Notifications, newest first. j and k move, Enter opens, e archives, u turns read into unread; a message offers z. */
export function InboxList({ org, items, mutations }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [chosen, setChosen] = useState(-1);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [, startChange] = useTransition();
  const shown = items.filter((item) => !gone.has(item.id));
  const change = (work: () => Promise<MutationResult>, afterwards?: () => void) =>
    startChange(async () => {
      const result = await work();
      if (result.ok) afterwards?.();
      else toast({ title: result.problem.detail, tone: "bad" });
      router.refresh();
    });
  const archive = ({ id, isArchived }: Notification) => {
    setGone((before) => new Set(before).add(id));
    const back = () => setGone((before) => new Set([...before].filter((other) => other !== id)));
    change(
      () => mutations.archive([id], !isArchived),
      () =>
        toast({
          title: isArchived ? words.backInTheInbox : words.archived,
          undo: async () => {
            await mutations.archive([id], isArchived);
            back();
            router.refresh();
          },
        }),
    );
  };
  const setRead = (item: Notification, isRead: boolean) => change(() => mutations.markRead([item.id], isRead));
  const open = (item: Notification) => {
    if (!item.isRead) void mutations.markRead([item.id], true);
    router.push(`/${org}${item.href}`);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (document.querySelector("[role=dialog]") !== null) return;
    const item = shown[chosen];
    const isOnControl = event.target instanceof Element && event.target.closest("a, button") !== null;
    if (isKey(event, keys.nextRow) || isKey(event, keys.previousRow)) {
      event.preventDefault();
      const next = chosen + (isKey(event, keys.nextRow) ? 1 : -1);
      setChosen(Math.min(Math.max(next, 0), shown.length - 1));
    } else if (item === undefined) return;
    else if (isKey(event, keys.archive)) archive(item);
    else if (isKey(event, keys.unread)) setRead(item, !item.isRead);
    else if (event.key === "Enter" && !isOnControl) open(item);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
  return (
    <List label={words.notifications} framed>
      {shown.map((item, index) => (
        <ListItem
          key={item.id}
          current={index === chosen}
          leading={<Glyph icon={icons[item.kind] ?? <Bell aria-hidden />} tone={item.isRead ? "neutral" : item.tone} />}
          href={`/${org}${item.href}`}
          onOpen={() => {
            if (!item.isRead) void mutations.markRead([item.id], true);
          }}
          title={
            <span className={item.isRead ? "text-text-2" : "font-550"}>
              {item.isRead ? null : (
                <span
                  role="img"
                  aria-label={words.unread}
                  className="mr-2 inline-block size-[7px] rounded-full bg-accent-mark align-middle"
                />
              )}
              {item.title}
            </span>
          }
          description={`${item.body}${item.occurrences > 1 ? words.occurrencesTimes(item.occurrences) : ""}`}
          meta={<RelativeTime at={item.at} style="long" />}
          actions={
            <>
              <IconButton
                size="sm"
                variant="ghost"
                label={words.markAs(item.title, item.isRead ? words.unreadInline : words.read)}
                icon={item.isRead ? <Mail /> : <MailOpen />}
                onClick={() => setRead(item, !item.isRead)}
              />
              <IconButton
                size="sm"
                variant="ghost"
                label={`${item.isArchived ? words.takeBack : words.archive} “${item.title}”`}
                icon={item.isArchived ? <ArchiveRestore /> : <Archive />}
                onClick={() => archive(item)}
              />
            </>
          }
        />
      ))}
    </List>
  );
}

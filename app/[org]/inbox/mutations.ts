"use server";

import { archiveNotifications } from "#lib/notifications/notifications/archive-notifications.ts";
import { markAllRead as markAllReadOperation } from "#lib/notifications/notifications/mark-all-read.ts";
import { markRead as markReadOperation } from "#lib/notifications/notifications/mark-read.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function markRead(org: string, ids: string[], isRead: boolean) {
  return mutate(markReadOperation, org, { ids, isRead });
}

export async function archive(org: string, ids: string[], isArchived: boolean) {
  return mutate(archiveNotifications, org, { ids, isArchived });
}

export async function markAllRead(org: string) {
  return mutate(markAllReadOperation, org, {});
}

export async function markUnread(org: string, ids: string[]) {
  return mutate(markReadOperation, org, { ids, isRead: false });
}

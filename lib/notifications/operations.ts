import { archiveNotifications } from "#lib/notifications/notifications/archive-notifications.ts";
import { countNotifications } from "#lib/notifications/notifications/count-notifications.ts";
import { listNotifications } from "#lib/notifications/notifications/list-notifications.ts";
import { markAllRead } from "#lib/notifications/notifications/mark-all-read.ts";
import { markRead } from "#lib/notifications/notifications/mark-read.ts";
import { getPreferences } from "#lib/notifications/preferences/get-preferences.ts";
import { setPreference } from "#lib/notifications/preferences/set-preference.ts";

export const notificationsOperations = [
  listNotifications,
  countNotifications,
  markRead,
  markAllRead,
  archiveNotifications,
  getPreferences,
  setPreference,
];

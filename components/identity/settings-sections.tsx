import type { ReactNode } from "react";
import {
  Bell,
  Bot,
  Boxes,
  Building2,
  CircleUser,
  Contact,
  KeyRound,
  ListTodo,
  Lock,
  Network,
  ScrollText,
  UserCog,
  Users,
  Webhook,
} from "#components/ui/icons.tsx";
import * as words from "#components/words/identity/settings-sections.ts";
import type { Permission } from "#lib/kernel/permissions.ts";

export const settingsGroups = [words.you, words.organization, words.programs, words.operation] as const;

export type SettingsSection = {
  group: (typeof settingsGroups)[number];
  /** Below the organization's address. */
  path: `/${string}`;
  label: string;
  /** One sentence: what is decided there. */
  sentence: string;
  icon: ReactNode;
  /** Who lacks it does not see the entry. */
  permission?: Permission;
};

/**
 * Every page of settings, in reading order. To add one: write `app/[org]/settings/<name>/page.tsx` and add one entry here, at its place
 * in its group. The list beside the pages, the index, the choice on a phone and ⌘K are all made from this.
 * The page itself begins with a `Section` (the layout has drawn top bar, title and list already).
 */
export const settingsSections: SettingsSection[] = [
  {
    group: words.you,
    path: "/settings/account",
    label: words.yourAccount,
    sentence: words.yourNameYourPassword,
    icon: <CircleUser aria-hidden />,
  },
  {
    group: words.you,
    path: "/settings/notifications",
    label: words.notifications,
    sentence: words.whatYouWantToHear,
    icon: <Bell aria-hidden />,
  },
  {
    group: words.organization,
    path: "/settings/organization",
    label: words.organization,
    sentence: words.itsNameAndAddress,
    icon: <Building2 aria-hidden />,
  },
  {
    group: words.organization,
    path: "/settings/members",
    label: words.members,
    sentence: words.whoBelongsToTheOrganization,
    icon: <Users aria-hidden />,
  },
  {
    group: words.organization,
    path: "/settings/teams",
    label: words.teams,
    sentence: words.whoWorksTogether,
    icon: <Network aria-hidden />,
  },
  {
    group: words.organization,
    path: "/settings/who-is-who",
    label: words.whoIsWho,
    sentence: words.onePersonManyNames,
    icon: <Contact aria-hidden />,
  },
  {
    group: words.organization,
    path: "/settings/permissions",
    label: words.roles,
    sentence: words.whatViewersMembersAndAdmins,
    icon: <UserCog aria-hidden />,
  },
  {
    group: words.organization,
    path: "/blueprints",
    label: words.blueprints,
    sentence: words.whatKindsAreMadeOf,
    icon: <Boxes aria-hidden />,
    permission: "blueprint:read",
  },
  {
    group: words.programs,
    path: "/settings/keys",
    label: words.apiKeys,
    sentence: words.keysForPipelinesAndScripts,
    icon: <KeyRound aria-hidden />,
    permission: "key:read",
  },
  {
    group: words.programs,
    path: "/settings/service-accounts",
    label: words.serviceAccounts,
    sentence: words.actorsThatAreNoPerson,
    icon: <Bot aria-hidden />,
    permission: "service-account:read",
  },
  {
    group: words.programs,
    path: "/settings/secrets",
    label: words.secrets,
    sentence: words.passwordsAndTokensThatCauseway,
    icon: <Lock aria-hidden />,
    permission: "secret:read",
  },
  {
    group: words.programs,
    path: "/settings/webhooks",
    label: words.webhooks,
    sentence: words.addressesThatOtherSystemsSend,
    icon: <Webhook aria-hidden />,
    permission: "webhook:read",
  },
  {
    group: words.operation,
    path: "/settings/queue",
    label: words.queue,
    sentence: words.backgroundWorkWhatWaitsWhat,
    icon: <ListTodo aria-hidden />,
    permission: "job:read",
  },
  {
    group: words.operation,
    path: "/audit",
    label: words.auditLog,
    sentence: words.whoDidWhatThrough,
    icon: <ScrollText aria-hidden />,
    permission: "audit:read",
  },
];

/** The entries that somebody with these permissions may open. */
export function settingsSectionsFor(can: (permission: Permission) => boolean): SettingsSection[] {
  return settingsSections.filter((section) => section.permission === undefined || can(section.permission));
}

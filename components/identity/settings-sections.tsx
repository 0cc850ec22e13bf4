import {
  Bell,
  Bot,
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
} from "lucide-react";
import type { ReactNode } from "react";
import type { Permission } from "#lib/kernel/permissions.ts";

export const settingsGroups = ["You", "Organization", "Programs", "Operation"] as const;

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
    group: "You",
    path: "/settings/account",
    label: "Your account",
    sentence: "Your name, your password, and where you are signed in.",
    icon: <CircleUser aria-hidden />,
  },
  {
    group: "You",
    path: "/settings/notifications",
    label: "Notifications",
    sentence: "What you want to hear of, and what not.",
    icon: <Bell aria-hidden />,
  },
  {
    group: "Organization",
    path: "/settings/organization",
    label: "Organization",
    sentence: "Its name and address, and leaving or deleting it.",
    icon: <Building2 aria-hidden />,
  },
  {
    group: "Organization",
    path: "/settings/members",
    label: "Members",
    sentence: "Who belongs to the organization, and in which role.",
    icon: <Users aria-hidden />,
  },
  {
    group: "Organization",
    path: "/settings/teams",
    label: "Teams",
    sentence: "Who works together, in a tree, and what it owns in the catalog.",
    icon: <Network aria-hidden />,
  },
  {
    group: "Organization",
    path: "/settings/who-is-who",
    label: "Who is who",
    sentence: "One person, many names: in the catalog, in commits, at GitHub.",
    icon: <Contact aria-hidden />,
  },
  {
    group: "Organization",
    path: "/settings/permissions",
    label: "Roles",
    sentence: "What viewers, members and admins may do.",
    icon: <UserCog aria-hidden />,
  },
  {
    group: "Programs",
    path: "/settings/keys",
    label: "API keys",
    sentence: "Keys for pipelines and scripts, what they may do and until when.",
    icon: <KeyRound aria-hidden />,
    permission: "key:read",
  },
  {
    group: "Programs",
    path: "/settings/service-accounts",
    label: "Service accounts",
    sentence: "Actors that are no person, and whose keys outlive whoever made them.",
    icon: <Bot aria-hidden />,
    permission: "service-account:read",
  },
  {
    group: "Programs",
    path: "/settings/secrets",
    label: "Secrets",
    sentence: "Passwords and tokens that Causeway uses towards other systems. Nobody can read them back.",
    icon: <Lock aria-hidden />,
    permission: "secret:read",
  },
  {
    group: "Programs",
    path: "/settings/webhooks",
    label: "Webhooks",
    sentence: "Addresses that other systems send signed events to, and what they sent.",
    icon: <Webhook aria-hidden />,
    permission: "webhook:read",
  },
  {
    group: "Operation",
    path: "/settings/queue",
    label: "Queue",
    sentence: "Background work: what waits, what failed, and what needs somebody.",
    icon: <ListTodo aria-hidden />,
    permission: "job:read",
  },
  {
    group: "Operation",
    path: "/audit",
    label: "Audit log",
    sentence: "Who did what, through which door, before and after.",
    icon: <ScrollText aria-hidden />,
    permission: "audit:read",
  },
];

/** The entries that somebody with these permissions may open. */
export function settingsSectionsFor(can: (permission: Permission) => boolean): SettingsSection[] {
  return settingsSections.filter((section) => section.permission === undefined || can(section.permission));
}

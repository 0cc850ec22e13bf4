import {
  Bot,
  Building2,
  Import,
  Keyboard,
  KeyRound,
  Link2,
  Lock,
  LogOut,
  MailCheck,
  Moon,
  UserPlus,
  Webhook,
} from "lucide-react";
import type { ReactNode } from "react";
import type { PaletteItem } from "#components/shell/palette/palette-items.tsx";
import type { ShellOrg } from "#components/shell/shell-context.tsx";
import { keys } from "#components/ui/keys.ts";

/** What the palette can do by itself, without leaving the page. */
export type Act = "theme" | "help" | "copy-link" | "sign-out";

type Verb = {
  id: string;
  title: string;
  /** Other words that somebody may look for it by. */
  words?: string;
  icon: ReactNode;
  keys?: string[];
  act?: Act;
  /** Below the organization's address; its create button is pressed there. */
  path?: string;
  presses?: boolean;
  /** Stands in the list before anything was typed. */
  isCommon?: boolean;
};

const verbs: Verb[] = [
  {
    id: "theme",
    title: "Switch theme",
    words: "dark light mode",
    icon: <Moon />,
    keys: [keys.theme],
    act: "theme",
    isCommon: true,
  },
  {
    id: "copy-link",
    title: "Copy link to this page",
    words: "address url share",
    icon: <Link2 />,
    act: "copy-link",
    isCommon: true,
  },
  {
    id: "help",
    title: "Show keyboard shortcuts",
    words: "help keys",
    icon: <Keyboard />,
    keys: [keys.help],
    act: "help",
    isCommon: true,
  },
  {
    id: "import",
    title: "Import into the catalog",
    words: "add source git yaml backstage",
    icon: <Import />,
    path: "/sources/import",
    isCommon: true,
  },
  { id: "read", title: "Read your inbox", words: "notifications unread mark", icon: <MailCheck />, path: "/inbox" },
  { id: "key", title: "Create an API key", words: "token", icon: <KeyRound />, path: "/settings/keys", presses: true },
  {
    id: "account",
    title: "Create a service account",
    words: "robot pipeline",
    icon: <Bot />,
    path: "/settings/service-accounts",
    presses: true,
  },
  {
    id: "secret",
    title: "Store a secret",
    words: "create password token",
    icon: <Lock />,
    path: "/settings/secrets",
    presses: true,
  },
  {
    id: "webhook",
    title: "Create a webhook",
    words: "inbound events",
    icon: <Webhook />,
    path: "/settings/webhooks",
    presses: true,
  },
  {
    id: "member",
    title: "Add a member",
    words: "invite person people role",
    icon: <UserPlus />,
    path: "/settings/members",
    presses: true,
  },
  { id: "sign-out", title: "Sign out", words: "log out leave", icon: <LogOut />, act: "sign-out", isCommon: true },
];

/** The picture of a verb. */
export function verbIcon(id: string): ReactNode {
  return verbs.find((verb) => `verb:${verb.id}` === id)?.icon ?? <Building2 />;
}

type Limits = { base: string; orgs: ShellOrg[]; settingsPaths: string[] | undefined };

/** What can be done, by what was typed: every word must occur. Before anything was typed, what many want. */
export function findVerbs(text: string, { base, orgs, settingsPaths }: Limits): PaletteItem[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = verbs.filter((verb) => {
    if (verb.path?.startsWith("/settings/") && settingsPaths?.includes(verb.path) !== true) return false;
    if (wanted.length === 0) return verb.isCommon === true;
    const known = `${verb.title} ${verb.words ?? ""}`.toLowerCase();
    return words.every((word) => known.includes(word));
  });
  const elsewhere = orgs.filter(
    (org) =>
      `/${org.slug}` !== base &&
      wanted.length > 0 &&
      wanted.every((word) => `switch to ${org.name}`.toLowerCase().includes(word)),
  );
  return [
    ...found.map(
      (verb): PaletteItem => ({
        id: `verb:${verb.id}`,
        title: verb.title,
        kind: "verb",
        keys: verb.keys,
        act: verb.act,
        href: verb.path === undefined ? undefined : `${base}${verb.path}`,
        press: verb.presses === true ? keys.create : undefined,
      }),
    ),
    ...elsewhere.map(
      (org): PaletteItem => ({
        id: `verb:org:${org.slug}`,
        title: `Switch to ${org.name}`,
        kind: "verb",
        href: `/${org.slug}`,
      }),
    ),
  ];
}

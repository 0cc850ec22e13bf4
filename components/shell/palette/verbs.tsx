import type { ReactNode } from "react";
import type { PaletteItem } from "#components/shell/palette/palette-items.tsx";
import type { ShellOrg } from "#components/shell/shell-context.tsx";
import {
  Bot,
  Boxes,
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
} from "#components/ui/icons.tsx";
import { keys } from "#components/ui/keys.ts";
import * as words from "#components/words/shell/palette/verbs.ts";

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
    title: words.switchTheme,
    words: words.darkLightMode,
    icon: <Moon />,
    keys: [keys.theme],
    act: "theme",
    isCommon: true,
  },
  {
    id: "copy-link",
    title: words.copyLinkToThisPage,
    words: words.addressUrlShare,
    icon: <Link2 />,
    act: "copy-link",
    isCommon: true,
  },
  {
    id: "help",
    title: words.showKeyboardShortcuts,
    words: words.helpKeys,
    icon: <Keyboard />,
    keys: [keys.help],
    act: "help",
    isCommon: true,
  },
  {
    id: "import",
    title: words.importIntoTheCatalog,
    words: words.addSourceGitYamlBackstage,
    icon: <Import />,
    path: "/sources/import",
    isCommon: true,
  },
  { id: "read", title: words.readYourInbox, words: words.notificationsUnreadMark, icon: <MailCheck />, path: "/inbox" },
  {
    id: "kind",
    title: words.designAKind,
    words: words.blueprintTypeProperties,
    icon: <Boxes />,
    path: "/blueprints",
    presses: true,
  },
  {
    id: "key",
    title: words.createAnApiKey,
    words: words.token,
    icon: <KeyRound />,
    path: "/settings/keys",
    presses: true,
  },
  {
    id: "account",
    title: words.createAServiceAccount,
    words: words.robotPipeline,
    icon: <Bot />,
    path: "/settings/service-accounts",
    presses: true,
  },
  {
    id: "secret",
    title: words.storeASecret,
    words: words.createPasswordToken,
    icon: <Lock />,
    path: "/settings/secrets",
    presses: true,
  },
  {
    id: "webhook",
    title: words.createAWebhook,
    words: words.inboundEvents,
    icon: <Webhook />,
    path: "/settings/webhooks",
    presses: true,
  },
  {
    id: "member",
    title: words.addAMember,
    words: words.invitePersonPeopleRole,
    icon: <UserPlus />,
    path: "/settings/members",
    presses: true,
  },
  { id: "sign-out", title: words.signOut, words: words.logOutLeave, icon: <LogOut />, act: "sign-out", isCommon: true },
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
    return wanted.every((word) => known.includes(word));
  });
  const elsewhere = orgs.filter(
    (org) =>
      `/${org.slug}` !== base &&
      wanted.length > 0 &&
      wanted.every((word) => words.switchToInline(org.name).toLowerCase().includes(word)),
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
        title: words.switchTo(org.name),
        kind: "verb",
        href: `/${org.slug}`,
      }),
    ),
  ];
}

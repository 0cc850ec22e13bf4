"use client";
import type { RefObject } from "react";
import { useTransition } from "react";
import { useShell } from "#components/shell/shell-context.tsx";
import { toThemeChoice } from "#components/shell/theme/theme-choice.ts";
import { chooseTheme, useTheme } from "#components/shell/theme/use-theme.ts";
import { Keyboard, LogOut, Monitor, Moon, Sun } from "#components/ui/icons.tsx";
import { keys } from "#components/ui/keys.ts";
import { MenuPopup } from "#components/ui/menu-popup.tsx";
import * as words from "#components/words/shell/navigation/person-menu-popup.ts";

export type PersonMenuPopupProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  opener: RefObject<HTMLElement | null>;
};

/** What belongs to whoever is signed in: theme, shortcuts, the way out. */
export function PersonMenuPopup({ open, onOpenChange, opener }: PersonMenuPopupProps) {
  const { person, signOut, setLayer } = useShell();
  const theme = useTheme();
  const [leaving, startLeaving] = useTransition();
  return (
    <MenuPopup
      open={open}
      onOpenChange={onOpenChange}
      opener={opener}
      label={words.menuOf(person.name)}
      side="top"
      items={[
        { kind: "heading", label: person.email },
        { kind: "separator" },
        {
          kind: "choice",
          label: words.theme,
          value: theme,
          onValueChange: (value) => chooseTheme(toThemeChoice(value)),
          options: [
            { value: "light", label: words.light, icon: <Sun aria-hidden /> },
            { value: "dark", label: words.dark, icon: <Moon aria-hidden /> },
            { value: "system", label: words.asTheSystem, icon: <Monitor aria-hidden /> },
          ],
        },
        { kind: "separator" },
        {
          label: words.keyboardShortcuts,
          icon: <Keyboard aria-hidden />,
          shortcut: keys.help,
          onSelect: () => setLayer("help"),
        },
        {
          label: leaving ? words.signingOut : words.signOut,
          icon: <LogOut aria-hidden />,
          disabled: leaving,
          onSelect: () => startLeaving(signOut),
        },
      ]}
    />
  );
}
